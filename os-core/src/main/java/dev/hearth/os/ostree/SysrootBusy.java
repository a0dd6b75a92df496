package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** Another program is changing the sysroot. */
public final class SysrootBusy extends Failure.Conflict {
    public SysrootBusy(Path root) {
        super("Another program is changing the deployments of '" + root + "'", "Wait for it to end, then try again.");
    }
}
