package dev.hearth.os.compose;

import dev.hearth.core.host.OsRelease;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.os.layer.AptSimulation;
import dev.hearth.os.packages.InstalledPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * mmdebstrap.
 *
 * @param root of the machine that composes, whose own package sources are used for a base of its own release
 */
record AptSource(Recipe recipe, Recipe.Source.Apt source, Path root, Processes processes) implements PackageSource {
    private static final String TOOL = "mmdebstrap";
    private static final Duration LIMIT = Duration.ofHours(2);

    // Without these it is no base that ostree boots.
    private static final List<String> NEEDED = List.of("dracut", "ostree", "ostree-boot", "systemd-sysv");
    // What maintainer scripts write is newer than the stamp; what is older came out of packages as it is.
    private static final String NOTE_NEWEST = "find \"$1/usr\" \"$1/etc\" -xdev -type f ! -newer \"$HEARTH_STAMP\""
            + " -printf '%T@\\n' | sort -n | tail -n 1 >\"$HEARTH_NEWEST\"";
    private static final Pattern SETTING = Pattern.compile("(?<name>Acquire::(Check-Valid-Until|Check-Date|Retries"
            + "|ForceIPv4|ForceIPv6|(http|https)::(Proxy|Timeout)|https::(CAInfo|CAPath|Verify-Peer|Verify-Host)))"
            + " \"(?<value>[^\"\\n]+)\";");

    @Override
    public List<String> tools() {
        return List.of(TOOL);
    }

    @Override
    public List<InstalledPackage> resolve() {
        var said = new ArrayList<String>();
        var command = command()
                .with("--simulate", "--verbose")
                .with(suite(), "/dev/null")
                .with(sources());
        ended(processes.stream(command, said::add), said);
        return AptSimulation.coming(String.join("\n", said)).stream().distinct().toList();
    }

    @Override
    public String identity() {
        return "apt " + source.distribution() + " " + source.release() + " " + NEEDED;
    }

    @Override
    public void build(Path archive, Consumer<String> line) {
        var said = new ArrayList<String>();
        var stamp = archive.resolveSibling("stamp");
        write(stamp, "");
        // Packages of kernels would each make an initramfs; hearth makes one, at the end.
        var command = command()
                .withEnvironment("INITRD", "No")
                .withEnvironment("SOURCE_DATE_EPOCH", Long.toString(PRESENT.getEpochSecond()))
                .withEnvironment("HEARTH_STAMP", stamp.toString())
                .withEnvironment("HEARTH_NEWEST", newestFile(archive).toString())
                .with("--customize-hook=" + NOTE_NEWEST)
                .with("--format=tar")
                .with(suite(), archive.toString())
                .with(sources());
        var finished = processes.stream(command, text -> {
            said.add(text);
            line.accept(text);
        });
        ended(finished, said);
    }

    @Override
    public MachineSources machineSources() {
        var lines = String.join("\n", publicSources()) + "\n";
        return new MachineSources(List.of("etc/apt/sources.list.d"), Map.of("etc/apt/sources.list", lines));
    }

    @Override
    public Instant newest(Path archive, Path tree) {
        try {
            var seconds = Files.readString(newestFile(archive)).strip().replaceFirst("\\..*", "");
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newestFile(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".newest");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command command() {
        var command = Command.of(
                        "unshare",
                        "--mount",
                        "--propagation=private",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount-proc")
                .with(TOOL, "--mode=root", "--variant=important")
                .with("--include=" + String.join(",", packages()))
                .with("--aptopt=Apt::Install-Recommends \"false\"")
                .with(settings().stream().map(each -> "--aptopt=" + each).toList());
        return command.withEnvironment("LC_ALL", "C.UTF-8")
                .withEnvironment("HOME", "/")
                // What a crash cuts off is made anew: dpkg need not wait for the disk.
                .withEnvironment("DPKG_FORCE", "unsafe-io")
                .withTimeout(LIMIT);
    }

    private List<String> packages() {
        return Stream.concat(NEEDED.stream(), recipe.packages().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private String suite() {
        return source.release();
    }

    /** The machine's own mirror is near, and has what it needs to be reached. */
    private List<String> sources() {
        if (!source.sources().isEmpty()) {
            return source.sources();
        }
        if (OsRelease.read(root).codename().equals(suite())) {
            var own = Stream.of(
                            "etc/apt/sources.list",
                            "etc/apt/sources.list.d/debian.sources",
                            "etc/apt/sources.list.d/ubuntu.sources")
                    .map(root::resolve)
                    .filter(AptSource::hasContent)
                    .map(Path::toString)
                    .toList();
            if (!own.isEmpty()) {
                return own;
            }
        }
        return publicSources();
    }

    private static boolean hasContent(Path file) {
        try {
            return Files.isReadable(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return those of the recipe, or the distribution's own, and not the mirror that happens to be near} */
    private List<String> publicSources() {
        if (!source.sources().isEmpty()) {
            return source.sources();
        }
        var suite = suite();
        if (source.distribution().equals("ubuntu")) {
            return List.of(
                    "deb http://archive.ubuntu.com/ubuntu " + suite + " main restricted universe",
                    "deb http://archive.ubuntu.com/ubuntu " + suite + "-updates main restricted universe",
                    "deb http://security.ubuntu.com/ubuntu " + suite + "-security main restricted universe");
        }
        return List.of(
                "deb http://deb.debian.org/debian " + suite + " main",
                "deb http://deb.debian.org/debian " + suite + "-updates main",
                "deb http://deb.debian.org/debian-security " + suite + "-security main");
    }

    private List<String> settings() {
        if (processes.locate("apt-config").isEmpty()) {
            return List.of();
        }
        var dump = processes.run(Command.of("apt-config", "dump")).orThrow().out();
        return dump.lines()
                .map(SETTING::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group("name") + " \"" + matcher.group("value") + "\"")
                .toList();
    }

    private static void ended(Finished finished, List<String> said) {
        if (!finished.succeeded()) {
            throw ComposeFailed.of(TOOL, finished.status(), said);
        }
    }
}
