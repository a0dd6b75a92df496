package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.Space;
import java.nio.file.Path;

/** There is no room for another kernel. */
public final class NoSpaceInBoot extends Failure.Unavailable {
    NoSpaceInBoot(Path boot, long needed, long free) {
        super(
                "There is not enough space for the new kernel: it needs %s in '%s', %s are free"
                        .formatted(Space.megabytes(needed), boot, Space.megabytes(free)),
                "`hearth os cleanup --rollback` or `hearth os undeploy` drops a deployment, and with it its kernel.");
    }
}
