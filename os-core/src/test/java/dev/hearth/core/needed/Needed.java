package dev.hearth.core.needed;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What tests need of the machine: a test is skipped where something is missing, and fails where CI promises it. */
public final class Needed {
    private static final Map<String, String> ENVIRONMENT = System.getenv();

    private Needed() {}

    /** {@return the value of an environment variable that {@code ./verify} sets} */
    public static String variable(String name) {
        return find(name).orElseThrow(() -> missing(name + " is not set; ./verify prepares what it names"));
    }

    /** {@return the value of an environment variable, when it has one} */
    public static Optional<String> find(String name) {
        return Optional.ofNullable(ENVIRONMENT.get(name)).filter(value -> !value.isEmpty());
    }

    /** Checks that there are programs of these names. */
    public static void programs(String... names) {
        for (var name : names) {
            var places = Stream.of((find("PATH").orElse("/usr/bin:/bin") + ":/usr/sbin:/sbin").split(":", -1));
            if (places.noneMatch(place -> Files.isExecutable(Path.of(place, name)))) {
                throw missing("There is no '" + name + "' on the search path; ./verify installs it");
            }
        }
    }

    /** Checks that these tests may act as other users. */
    public static void root() {
        if (!System.getProperty("user.name").equals("root")) {
            throw missing("Only root can act as other users");
        }
    }

    /** Checks anything else. */
    public static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw missing(otherwise);
        }
    }

    private static AssertionError missing(String reason) {
        if (!find("CI").equals(Optional.of("true"))) {
            System.err.println("Skipped: " + reason);
            abort(reason);
        }
        return new AssertionError(reason);
    }
}
