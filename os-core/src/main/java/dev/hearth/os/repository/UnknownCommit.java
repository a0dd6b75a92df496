package dev.hearth.os.repository;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A repository has no commit of a name. */
public final class UnknownCommit extends Failure.NotFound {
    UnknownCommit(String name, Path repository) {
        super(
                "The repository '%s' has no commit '%s'".formatted(repository, Printable.line(name)),
                "`ostree refs --repo=" + repository + "` lists its branches.");
    }
}
