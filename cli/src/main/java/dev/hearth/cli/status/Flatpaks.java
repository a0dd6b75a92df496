package dev.hearth.cli.status;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks the host's Flatpak what it has. */
record Flatpaks(Processes processes) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** {@return the ids of its applications; empty where there is no Flatpak, or it does not answer} */
    Optional<List<String>> applications() {
        if (processes.locate("flatpak").isEmpty()) {
            return Optional.empty();
        }
        var finished = processes.run(
                Command.of("flatpak", "list", "--app", "--columns=application").withTimeout(PATIENCE));
        return finished.succeeded()
                ? Optional.of(finished.out()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .sorted()
                        .toList())
                : Optional.empty();
    }
}
