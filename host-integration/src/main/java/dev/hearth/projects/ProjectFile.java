package dev.hearth.projects;

import dev.hearth.core.text.Sha256;
import dev.hearth.core.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file for hearth in somebody's project, as it was read once: what is shown, allowed and carried out is the same text.
 *
 * @param path without links
 * @param content all of it that hearth heeds
 */
public record ProjectFile(Path path, String content) {

    /**
     * Reads a file that the user named; where that is a link, the file that it leads to is meant.
     *
     * @throws dev.hearth.core.yaml.YamlFileUnreadable when it cannot be read
     * @throws dev.hearth.core.yaml.YamlError when it is too large, or no text
     */
    public static ProjectFile read(Path file) {
        var path = withoutLinks(file);
        return new ProjectFile(path, YamlDocument.text(path));
    }

    /** {@return what tells this content from all others} */
    public String digest() {
        return Sha256.of(content);
    }

    /** {@return where the file is, or where it would be} */
    static Path withoutLinks(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
