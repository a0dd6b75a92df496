package dev.hearth.devcontainer;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A project has no devcontainer.json. */
public final class NoDevcontainer extends Failure.NotFound {
    NoDevcontainer(Path project) {
        super(
                "There is no devcontainer.json in '%s'".formatted(Printable.line(project.toString())),
                "Name the project's directory; `hearth ide devcontainer` writes such a file from a pet.");
    }
}
