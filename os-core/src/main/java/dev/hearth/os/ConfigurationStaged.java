package dev.hearth.os;

import dev.hearth.core.failure.Failure;

/** The configuration of what boots next is not there before the machine shuts down. */
public final class ConfigurationStaged extends Failure.Conflict {
    public ConfigurationStaged() {
        super(
                "The configuration of a staged deployment is merged at shutdown, where local files win",
                "Change the file in /etc yourself, or after the reboot, when `hearth os config-diff` shows both versions.");
    }
}
