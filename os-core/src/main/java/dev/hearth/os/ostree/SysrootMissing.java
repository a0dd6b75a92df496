package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A directory that was to be a sysroot is none. */
public final class SysrootMissing extends Failure.NotFound {
    public SysrootMissing(Path root) {
        super(
                "'" + root + "' holds no ostree deployments",
                "A sysroot has a directory ostree/repo; `ostree admin init-fs --modern DIR` makes one.");
    }
}
