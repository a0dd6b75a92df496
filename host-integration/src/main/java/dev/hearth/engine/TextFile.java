package dev.hearth.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A small file of lines in a container. */
public final class TextFile {
    private TextFile() {}

    /** {@return its lines; nothing when there is no such file, or something else of that name} */
    public static Optional<List<String>> lines(ContainerFiles files, ContainerId id, ContainerPath path) {
        return files.archive(id, path, archive -> {
                    var tar = new TarArchiveInputStream(archive);
                    var entry = tar.getNextEntry();
                    return entry == null || !entry.isFile()
                            ? Optional.<List<String>>empty()
                            : Optional.of(new String(tar.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList());
                })
                .flatMap(lines -> lines);
    }
}
