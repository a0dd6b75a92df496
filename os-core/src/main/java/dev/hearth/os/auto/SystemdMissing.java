package dev.hearth.os.auto;

import dev.hearth.core.failure.Failure;

/** Something is to happen by itself where no systemd is that would do it. */
public final class SystemdMissing extends Failure.Unavailable {
    SystemdMissing() {
        super(
                "This host has no systemd, whose timer would look for updates",
                "Have `hearth os upgrade --yes` run by what it has instead, such as cron.");
    }
}
