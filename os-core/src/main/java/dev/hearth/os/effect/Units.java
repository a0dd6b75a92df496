package dev.hearth.os.effect;

import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The services that a tree has for systemd, of the system or of its users' sessions. */
final class Units {
    private static final String SERVICE = ".service";
    private static final String SOCKET = ".socket";
    private static final Pattern STARTS =
            Pattern.compile("^Exec(?:Start|StartPre|StartPost|Reload)\\s*=\\s*[-@:+!|]*(\\S+)", Pattern.MULTILINE);
    private static final Pattern ACTIVATED =
            Pattern.compile("^(?:SystemdService|Service)\\s*=\\s*(\\S+)", Pattern.MULTILINE);
    /** What such a unit starts has ended by the time that anybody asks. */
    private static final Pattern PASSING = Pattern.compile("^Type\\s*=\\s*oneshot\\s*$", Pattern.MULTILINE);

    private static final Path NOWHERE = Path.of("dev/null");
    private static final Path ACTIVATION = Path.of("/usr/share/dbus-1");

    private final Root root;
    private final TextFiles texts;
    private final List<Path> directories;
    private final Path activation;

    /** Reads those of {@code system} or {@code user}. */
    Units(Root root, String whose) {
        this.root = root;
        this.texts = new TextFiles(root);
        // In this order they take precedence.
        this.directories = List.of(Path.of("/etc/systemd", whose), Path.of("/usr/lib/systemd", whose));
        this.activation = ACTIVATION.resolve(whose.equals("system") ? "system-services" : "services");
    }

    /** {@return all services that go on running, without templates} */
    SortedSet<String> services() {
        var services = new TreeSet<String>();
        files().map(Units::name)
                .filter(name -> name.endsWith(SERVICE) && !name.endsWith("@" + SERVICE))
                .filter(this::goesOn)
                .forEach(services::add);
        return services;
    }

    /** {@return those that go on running, and start without being asked for by hand: with the system, by a socket, or over D-Bus} */
    SortedSet<String> started() {
        var started = new TreeSet<String>();
        for (var name : wanted()) {
            if (name.endsWith(SERVICE)) {
                started.add(name);
            } else if (name.endsWith(SOCKET)) {
                started.add(activatedBy(name));
            }
        }
        root.list(activation).forEach(file -> first(ACTIVATED, texts.read(file)).ifPresent(started::add));
        started.removeIf(name -> !goesOn(name));
        // Other names of the same.
        var aliases = new TreeSet<>(started);
        aliases.removeIf(name -> realName(name).equals(name));
        aliases.forEach(alias -> {
            started.remove(alias);
            started.add(realName(alias));
        });
        return started;
    }

    private boolean goesOn(String service) {
        var definition = definition(service);
        return !definition.isEmpty() && !PASSING.matcher(definition).find();
    }

    /** What a link in the directory of another unit makes start. */
    private Set<String> wanted() {
        var wanted = new LinkedHashSet<String>();
        files().filter(path -> name(path).matches(".*\\.(wants|requires)"))
                .flatMap(directory -> root.list(directory).stream())
                .map(Units::name)
                .forEach(wanted::add);
        return wanted;
    }

    private String activatedBy(String socket) {
        return first(ACTIVATED, definition(socket))
                .orElseGet(() -> socket.substring(0, socket.length() - SOCKET.length()) + SERVICE);
    }

    /** {@return all that is written about a unit, in its file and in those that add to it; empty when there is none} */
    String definition(String name) {
        var text = new StringBuilder(file(name).map(texts::read).orElse(""));
        if (!text.isEmpty()) {
            for (var directory : directories.reversed()) {
                root.list(directory.resolve(name + ".d")).forEach(file -> text.append(texts.read(file)));
            }
        }
        return text.toString();
    }

    /** {@return the programs that a unit starts} */
    List<Path> programs(String name) {
        return STARTS.matcher(definition(name))
                .results()
                .map(found -> program(found.group(1)))
                .distinct()
                .toList();
    }

    private Path program(String word) {
        if (word.startsWith("/")) {
            return Path.of(word);
        }
        return Stream.of("/usr/bin", "/usr/sbin")
                .map(directory -> Path.of(directory, word))
                .filter(path -> root.find(path).isPresent())
                .findFirst()
                .orElse(Path.of("/usr/bin", word));
    }

    private String realName(String name) {
        return file(name)
                .flatMap(root::resolve)
                .map(Units::name)
                .filter(real -> real.endsWith(SERVICE) && !real.endsWith("@" + SERVICE))
                .orElse(name);
    }

    /** The file of a unit, or of the template that it is an instance of. */
    private Optional<Path> file(String name) {
        var template = name.replaceFirst("@.*\\.", "@.");
        return Stream.of(name, template)
                .distinct()
                .flatMap(each -> directories.stream().map(directory -> directory.resolve(each)))
                .filter(path -> root.find(path).isPresent() || isMasked(path))
                .findFirst()
                .filter(path -> !isMasked(path));
    }

    private boolean isMasked(Path path) {
        return root.resolve(path).filter(NOWHERE::equals).isPresent();
    }

    private Stream<Path> files() {
        return directories.stream().flatMap(directory -> root.list(directory).stream());
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).findFirst();
    }
}
