package dev.hearth.os;

import org.jspecify.annotations.Nullable;

/**
 * When updates are taken by themselves.
 *
 * @param onMetered also while the network is paid for by what goes through it
 * @param onBattery also while the machine runs on its battery
 * @param window only in these hours; absent for any
 */
public record UpdateConditions(
        boolean onMetered, boolean onBattery, @Nullable MaintenanceWindow window) {
    /** What nobody minds. */
    public static final UpdateConditions USUAL = new UpdateConditions(false, false, null);
}
