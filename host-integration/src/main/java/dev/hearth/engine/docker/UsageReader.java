package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerUsage;
import dev.hearth.engine.json.Json;
import java.time.Duration;
import java.util.Optional;

/** Reads what an engine says of what a container takes. */
final class UsageReader {
    private UsageReader() {}

    /** {@return what it takes; empty when the engine only says nothing in zeros} */
    static Optional<ContainerUsage> read(Json stats) {
        var processor = Duration.ofNanos(
                stats.at("cpu_stats", "cpu_usage", "total_usage").number());
        long memory = stats.at("memory_stats", "usage").number();
        if (processor.isZero() && memory == 0) {
            return Optional.empty();
        }
        // The second is the name of the first version of control groups.
        var kept = stats.at("memory_stats", "stats");
        long cache = Math.max(
                kept.at("inactive_file").number(),
                kept.at("total_inactive_file").number());
        return Optional.of(new ContainerUsage(processor, cache < memory ? memory - cache : memory));
    }
}
