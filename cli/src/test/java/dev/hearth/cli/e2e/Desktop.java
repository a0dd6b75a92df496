package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A screen in memory, at which a person starts programs; each has a session of D-Bus, and settings, of its own. */
final class Desktop implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(1);
    /** Where pictures of the screen are kept, for whoever wants to look at them. */
    private static final Path PICTURES = Path.of("target/screenshots");

    private final Person person;
    private final Path directory;
    private final Process server;
    private final Map<String, String> environment;

    private Desktop(Person person, Path directory, Process server, Map<String, String> environment) {
        this.person = person;
        this.directory = directory;
        this.server = server;
        this.environment = environment;
    }

    /** {@return a desktop which keeps all its files in the directory} */
    static Desktop of(Person person, Path directory) {
        Needed.programs("Xvfb", "dbus-run-session", "scrot", "xdotool");
        var environment = new TreeMap<>(person.environment());
        var own = new Programs(environment);
        // Root has no such directory by itself, and what is below is the person's.
        own.run(SOON, directory, person.saying(List.of("mkdir", "-p", "-m", "700", "run")))
                .succeeded();
        environment.putIfAbsent("XDG_RUNTIME_DIR", directory.resolve("run").toString());
        environment.put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        // Else a bus for it outlives the session.
        environment.put("NO_AT_BRIDGE", "1");
        var log = directory.resolve("screen.log");
        var words = List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1000x640x24", "-nolisten", "tcp");
        var server = own.start(directory, log, person.saying(words));
        try {
            var number = Eventually.see("a screen", () -> number(log), found -> !found.isEmpty());
            environment.put("DISPLAY", ":" + number);
            return new Desktop(person, directory, server, environment);
        } catch (AssertionError e) {
            Programs.end(server);
            throw e;
        }
    }

    /** {@return a program that stays, in a session of D-Bus; all it says goes into a file of that name} */
    Process start(String log, String... words) {
        return programs().start(directory, directory.resolve(log), inSession(words));
    }

    /** {@return what a program said, in a session of D-Bus} */
    String run(String... words) {
        return programs().run(SOON, directory, inSession(words)).succeeded();
    }

    /** Types a line into the window of a program, by its class; a window may miss the first key after it got the focus. */
    void type(String window, String line) {
        var words = List.of("xdotool", "search", "--sync", "--onlyvisible", "--class", window);
        var typing = new ArrayList<>(words);
        typing.addAll(
                List.of("windowfocus", "--sync", "type", "--clearmodifiers", "--delay", "20", "\n" + line + "\n"));
        programs().run(SOON, directory, person.saying(typing)).succeeded();
    }

    /** Keeps a picture of the screen; {@return its file} */
    Path photograph(String name) {
        var picture = directory.resolve(name + ".png");
        programs()
                .run(SOON, directory, person.saying(List.of("scrot", "--overwrite", picture.toString())))
                .succeeded();
        try {
            Files.createDirectories(PICTURES);
            return Files.copy(picture, PICTURES.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Programs.end(server);
    }

    private List<String> inSession(String... words) {
        var all = new ArrayList<>(List.of("dbus-run-session", "--"));
        all.addAll(List.of(words));
        return person.saying(all);
    }

    private Programs programs() {
        return new Programs(environment);
    }

    private static String number(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.matches("[0-9]+")).findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
