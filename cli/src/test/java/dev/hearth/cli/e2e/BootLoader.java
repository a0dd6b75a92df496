package dev.hearth.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a sysroot as a boot loader and an initial RAM disk do, and as nothing of hearth does. */
record BootLoader(Path sysroot) {

    /** {@return the directories of what can be booted, the default first; each must have all that booting it takes} */
    List<Path> bootable() throws IOException {
        try (var files = Files.list(sysroot.resolve("boot/loader/entries"))) {
            return files.map(BootLoader::entry)
                    .sorted(Comparator.comparingInt(entry -> -Integer.parseInt(entry.get("version"))))
                    .map(this::boot)
                    .toList();
        }
    }

    private static Map<String, String> entry(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path boot(Map<String, String> entry) {
        for (var key : List.of("linux", "initrd")) {
            assertThat(sysroot.resolve("boot" + entry.get(key))).isNotEmptyFile();
        }
        var link = Stream.of(entry.getOrDefault("options", "").split(" "))
                .filter(argument -> argument.startsWith("ostree=/"))
                .map(argument -> argument.substring("ostree=/".length()))
                .findFirst()
                .orElseThrow();
        try {
            var deployment = sysroot.resolve(link).toRealPath();
            assertThat(deployment.resolve("usr/lib/os-release")).isNotEmptyFile();
            assertThat(deployment.resolve("etc/passwd")).isNotEmptyFile();
            assertThat(origin(deployment)).isNotEmptyFile();
            return deployment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path origin(Path deployment) {
        return deployment.resolveSibling(deployment.getFileName() + ".origin");
    }
}
