package dev.hearth.os.health;

import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlFileUnreadable;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlPosition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the machine's keeper wants of a boot.
 *
 * @param tries in how many boots a new deployment may fail before the one before it is brought back
 * @param timeout how long one check may take
 * @param units of systemd that have to be running, or to have run without failing
 * @param reboot whether the machine may reboot by itself, to try again or into what was brought back
 */
public record HealthConfiguration(int tries, Duration timeout, List<String> units, boolean reboot) {
    /** One unit that is reached when all is up that was to be. */
    private static final List<String> USUAL_UNITS = List.of("default.target");

    public static final HealthConfiguration USUAL =
            new HealthConfiguration(3, Duration.ofMinutes(2), USUAL_UNITS, true);

    // The script that counts boots reads the number, too, and takes no longer one.
    private static final int MOST_TRIES = 99;
    private static final long LONGEST_TIMEOUT = Duration.ofMinutes(10).toSeconds();
    private static final Set<String> KEYS = Set.of("tries", "timeout", "units", "reboot");

    public HealthConfiguration {
        units = List.copyOf(units);
    }

    /** {@return where a host has it} */
    static Path file(Path root) {
        return root.resolve("etc/hearth/health.yaml");
    }

    /**
     * Reads it; what is not said is as usual.
     *
     * @param root of the host's file system
     * @throws YamlError when it cannot be understood
     * @throws YamlFileUnreadable when it cannot be read
     */
    public static HealthConfiguration read(Path root) {
        var file = file(root);
        return Files.exists(file) ? from(YamlDocument.read(file)) : USUAL;
    }

    private static HealthConfiguration from(YamlMap map) {
        map.rejectUnknownKeys(KEYS);
        long tries = number(map, "tries", USUAL.tries(), MOST_TRIES);
        long seconds = number(map, "timeout", USUAL.timeout().toSeconds(), LONGEST_TIMEOUT);
        return new HealthConfiguration(
                Math.toIntExact(tries),
                Duration.ofSeconds(seconds),
                map.list("units").map(units -> units.texts()).orElse(USUAL_UNITS),
                map.bool("reboot").orElse(true));
    }

    private static long number(YamlMap map, String key, long usual, long most) {
        long number = map.integer(key).orElse(usual);
        if (number < 1 || number > most) {
            var position = map.get(key).map(node -> node.position()).orElse(map.position());
            throw outOfRange(position, key, most);
        }
        return number;
    }

    private static YamlError outOfRange(YamlPosition position, String key, long most) {
        return new YamlError(position, "'" + key + "' is a number from 1 to " + most, null);
    }
}
