package dev.hearth.os.ostree;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The file systems that a boot loader reads.
 *
 * <p>What was synced may be in a journal alone, and GRUB reads none. Freezing a file system has it write all of that to where
 * it belongs.
 *
 * @param frozen whether that is done, too: only of a machine's own disk, as everybody who writes there waits meanwhile
 */
record BootDisk(Path ostree, Path boot, boolean frozen, Processes processes) {
    // Longer than any disk takes for what memory holds of it: what is killed at its limit would not thaw.
    private static final Duration LIMIT = Duration.ofHours(1);

    // One process does both, and leaves out the signals that end a terminal's: what stays frozen stops the machine.
    private static final String FREEZE_AND_THAW = """
            trap '' HUP INT QUIT TERM
            fsfreeze --freeze "$1"
            status=$?
            [ "$status" != 0 ] || fsfreeze --unfreeze "$1"
            exit "$status"
            """;

    static BootDisk of(Sysroot sysroot, Processes processes) {
        return new BootDisk(sysroot.ostree(), sysroot.boot(), sysroot.isHost(), processes);
    }

    /** Returns once everything is where it is found after the power has failed. */
    void settle() {
        processes
                .run(Command.of("sync", "--file-system", ostree.toString(), boot.toString())
                        .withTimeout(LIMIT))
                .orThrow();
        if (frozen) {
            // Not every file system can be frozen, and then it is as durable as it gets.
            processes.run(Command.of("sh", "-c", FREEZE_AND_THAW, "freeze-and-thaw", boot.toString())
                    .withTimeout(LIMIT));
        }
    }
}
