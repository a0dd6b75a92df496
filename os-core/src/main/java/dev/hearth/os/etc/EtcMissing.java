package dev.hearth.os.etc;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** There is no configuration where it should be. */
public final class EtcMissing extends Failure.NotFound {
    EtcMissing(Path directory) {
        super("There is no directory '" + directory + "'", "`ostree admin status` shows which deployments there are.");
    }
}
