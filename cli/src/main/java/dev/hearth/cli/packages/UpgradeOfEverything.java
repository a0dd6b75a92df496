package dev.hearth.cli.packages;

import dev.hearth.cli.output.Format;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Upgrades more than pets: the base and Flatpaks, too. */
public interface UpgradeOfEverything {
    /** Does it, or shows it; {@return the exit status} */
    int run(Request request);

    /**
     * How.
     *
     * @param grace how long a pet's processes may take to end, if it has to be returned
     * @param sysroot whose base is meant; the host's when absent
     */
    record Request(
            boolean dryRun,
            boolean quiet,
            Duration grace,
            Format format,
            @Nullable Path sysroot) {}
}
