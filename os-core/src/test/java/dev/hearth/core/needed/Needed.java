package dev.hearth.cli.e2e;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What tests need of the machine: a test is skipped where something is missing, and fails where CI promises it. */
final class Needed {
    private static final Map<String, String> ENVIRONMENT = System.getenv();

    private Needed() {}

    /** {@return the value of an environment variable that {@code ./verify} sets} */
    static String variable(String name) {
        return find(name).orElseThrow(() -> missing(name + " is not set; ./verify prepares what it names"));
    }

    /** {@return the value of an environment variable, when it has one} */
    static Optional<String> find(String name) {
        return Optional.ofNullable(ENVIRONMENT.get(name)).filter(value -> !value.isEmpty());
    }

    /** Checks that there are programs of these names. */
    static void programs(String... names) {
        for (var name : names) {
            var places = Stream.of(find("PATH").orElse("/usr/bin:/bin").split(":", -1));
            if (places.noneMatch(place -> Files.isExecutable(Path.of(place, name)))) {
                throw missing("There is no '" + name + "' on the search path; ./verify installs it");
            }
        }
    }

    /** Checks that these tests may act as other users. */
    static void root() {
        if (!System.getProperty("user.name").equals("root")) {
            throw missing("Only root can use hearth as two users");
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
