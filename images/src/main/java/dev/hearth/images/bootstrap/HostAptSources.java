package dev.hearth.images.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The host's apt sources that serve its own distribution. */
final class HostAptSources {
    private static final Set<String> SYMBOLIC = Set.of("stable", "testing", "unstable", "oldstable", "sid");
    private static final Set<String> COMPONENTS =
            Set.of("main", "contrib", "non-free", "non-free-firmware", "restricted", "universe", "multiverse");

    private final Path root;

    HostAptSources(Path root) {
        this.root = root;
    }

    /**
     * Returns the sources of the host's distribution and release. Third parties' are left out: each could make every
     * update in a pet fail, and whoever wants one in a pet adds it there as its instructions say.
     */
    List<AptStanza> ofRelease(String codename) {
        return files().flatMap(file -> read(file).stream())
                .filter(AptStanza::isEnabled)
                .filter(stanza -> stanza.words("types").contains("deb"))
                .flatMap(stanza -> own(stanza, codename).stream())
                .toList();
    }

    private Optional<AptStanza> own(AptStanza stanza, String codename) {
        var suites = stanza.words("suites").stream()
                .filter(suite -> isOf(suite, codename))
                .toList();
        var components =
                stanza.words("components").stream().filter(COMPONENTS::contains).toList();
        var uris = stanza.words("uris").stream()
                .flatMap(uri -> reachable(uri).stream())
                .toList();
        if (suites.isEmpty() || components.isEmpty() || uris.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(stanza.with("types", List.of("deb"))
                .with("uris", uris)
                .with("suites", suites)
                .with("components", components));
    }

    private static boolean isOf(String suite, String codename) {
        var name = suite.split("[-/]", 2)[0];
        return name.equals(codename) || SYMBOLIC.contains(name);
    }

    private List<String> reachable(String uri) {
        if (uri.startsWith("mirror+file:")) {
            // Cloud images list their mirrors in a file, which a pet does not have.
            var list = Path.of("/").relativize(Path.of(uri.replaceFirst("^mirror\\+file:/*", "/")));
            return content(root.resolve(list))
                    .lines()
                    .map(line -> line.strip().split("\\s+", 2)[0])
                    .filter(line -> line.startsWith("http"))
                    .limit(1)
                    .toList();
        }
        boolean onlyHere = uri.startsWith("cdrom:") || uri.startsWith("file:") || uri.startsWith("copy:");
        return onlyHere ? List.of() : List.of(uri);
    }

    private Stream<Path> files() {
        var apt = root.resolve("etc/apt");
        return Stream.concat(
                Stream.of(apt.resolve("sources.list")), CarriedFile.listed(apt.resolve("sources.list.d")).stream());
    }

    private static List<AptStanza> read(Path file) {
        var name = file.toString();
        if (name.endsWith(".sources")) {
            return AptStanza.parseDeb822(content(file));
        }
        return name.endsWith(".list") ? AptStanza.parseOneLine(content(file)) : List.of();
    }

    private static String content(Path file) {
        try {
            return Files.isReadable(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
