package dev.hearth.cli.pets;

import dev.hearth.pets.InvalidValue;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The option of the commands that stop pets. */
public final class GraceOption {
    @Option(
            names = {"-t", "--time"},
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to wait before it is killed; 10 by default.")
    private int seconds;

    /** {@return how long to wait} */
    public Duration grace() {
        if (seconds < 0) {
            throw new InvalidValue(Integer.toString(seconds), "a time to wait", "Write 0 or more seconds.");
        }
        return Duration.ofSeconds(seconds);
    }
}
