package dev.hearth.core.yaml;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A YAML file is not there or may not be read. */
public final class YamlFileUnreadable extends Failure.Denied {
    public YamlFileUnreadable(Path file, String reason) {
        super(
                "The file '" + Printable.line(file.toString()) + "' cannot be read: " + reason,
                "Check that it is a file and that you may read it.");
    }
}
