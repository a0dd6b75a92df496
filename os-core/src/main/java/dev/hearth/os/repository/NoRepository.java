package dev.hearth.os.repository;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A directory is no ostree repository. */
public final class NoRepository extends Failure.NotFound {
    NoRepository(Path directory) {
        super(
                "'" + directory + "' is no ostree repository",
                "Name the one that `hearth os compose` commits to with `--repo`.");
    }
}
