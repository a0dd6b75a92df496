package dev.hearth.cli.generations;

import dev.hearth.cli.output.Format;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Undoes an upgrade of everything. */
public interface RollbackOfEverything {
    /** Does it, or shows it; {@return the exit status} */
    int run(Request request);

    /**
     * How.
     *
     * @param id of the upgrade
     * @param grace how long the pets' processes may take to end
     * @param sysroot whose base is meant; the host's when absent
     */
    record Request(
            String id,
            boolean dryRun,
            Duration grace,
            Format format,
            @Nullable Path sysroot) {}
}
