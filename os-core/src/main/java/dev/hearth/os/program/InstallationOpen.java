package dev.hearth.os.program;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** The system is to run a hearth that others than root could exchange. */
public final class InstallationOpen extends Failure.Denied {
    InstallationOpen(Path launcher) {
        super(
                "Others than root could exchange '" + launcher + "', so that the system must not run it by itself",
                "Install hearth where only root may write, such as in /opt/hearth, and run this with that.");
    }
}
