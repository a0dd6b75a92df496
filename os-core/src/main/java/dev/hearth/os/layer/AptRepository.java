package dev.hearth.os.layer;

import dev.hearth.core.process.Finished;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository that apt is to look at alone.
 *
 * @param kept where its lists and packages are kept
 */
record AptRepository(Apt apt, UpdateSource.Repository repository, Path kept) {
    private static final String LIST = Sandbox.GIVEN + "update-from.list";
    private static final String FETCHED = Sandbox.GIVEN + "fetched";
    private static final Pattern OFFER =
            Pattern.compile("'(?<uri>[^']+)' (?<file>[^_ /]+_(?<version>[^_ /]+)_[^_ /]+\\.deb) [0-9]+ ?(?<hash>\\S*)");

    Optional<Path> fetchNewer(InstalledPackage present) {
        refresh();
        var printed = Apt.requireSolved(run(apt("apt-get", List.of("download", "--print-uris", "--", present.name()))))
                .out();
        return printed.lines()
                .map(OFFER::matcher)
                .filter(Matcher::matches)
                .filter(offer -> VersionOrder.DPKG.compare(version(offer), present.version()) > 0)
                .map(this::fetch)
                .findFirst();
    }

    private static String version(Matcher offer) {
        return offer.group("version").replace("%3a", ":").replace("%5f", "_");
    }

    private void refresh() {
        var finished = run(online(apt("apt-get", List.of("update"))));
        var trouble = finished.err()
                .lines()
                .filter(line -> line.startsWith("E: ") || line.startsWith("W: Failed to fetch"))
                .findFirst();
        if (trouble.isPresent()) {
            throw new LayerFailed(trouble.get().substring(3));
        }
        Apt.requireSolved(finished);
    }

    /** Held to the digest that the repository's list has. */
    private Path fetch(Matcher offer) {
        var words = new ArrayList<>(List.of("download-file", offer.group("uri"), FETCHED + "/" + offer.group("file")));
        if (!offer.group("hash").isEmpty()) {
            words.add(offer.group("hash"));
        }
        Apt.requireSolved(run(online(apt("/usr/lib/apt/apt-helper", words))));
        return kept.resolve("packages").resolve(offer.group("file"));
    }

    private SandboxedCommand apt(String program, List<String> words) {
        var all = new ArrayList<>(List.of("--option=Dir::Etc::SourceList=" + LIST));
        all.add("--option=Dir::Etc::SourceParts=/dev/null");
        all.addAll(words);
        directory("cache/archives/partial");
        return apt.apt(program, all)
                .seeing(LIST, apt.sandbox().work().writeGiven("update-from.list", source()))
                .writing(Apt.LISTS, directory("lists"))
                .writing(Apt.CACHE, directory("cache"))
                .writing(FETCHED, directory("packages"));
    }

    /** What https brings needs no further signature. */
    String source() {
        var options = repository.isAuthentic() ? "[trusted=yes] " : "";
        return "deb " + options + place() + "\n";
    }

    /** A repository that is one directory is written as one of those below it: not every server understands "./". */
    private String place() {
        var address = repository.address().toString().replaceFirst("/+$", "");
        if (!repository.suite().isEmpty()) {
            return address + " " + String.join(" ", repository.suite());
        }
        int slash = address.lastIndexOf('/');
        return repository.address().getPath().matches("/*")
                ? address + " ./"
                : address.substring(0, slash) + " " + address.substring(slash + 1) + "/";
    }

    private SandboxedCommand online(SandboxedCommand command) {
        return command.withNetwork().withTimeout(apt.sandbox().limits().download());
    }

    private Finished run(SandboxedCommand command) {
        return apt.sandbox().run(command);
    }

    private Path directory(String name) {
        try {
            return Files.createDirectories(kept.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
