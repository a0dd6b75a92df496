package dev.hearth.os.health;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.text.Printable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Looks at units of systemd, and waits for those that are just starting. */
final class UnitStates {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String PROPERTIES = "--property=LoadState,ActiveState,Result,Type";

    private final Processes processes;
    private final Consumer<Duration> pause;

    UnitStates(Processes processes, Consumer<Duration> pause) {
        this.processes = processes;
        this.pause = pause;
    }

    CheckResult check(String unit, Duration patience) {
        var waited = Duration.ZERO;
        while (true) {
            var state = state(unit);
            if (!state.isStarting() || waited.compareTo(patience) >= 0) {
                return new CheckResult("unit " + unit, true, state.isWell(), state.sentence(patience));
            }
            pause.accept(PAUSE);
            waited = waited.plus(PAUSE);
        }
    }

    private State state(String unit) {
        var values = new HashMap<String, String>();
        try {
            var finished = processes
                    .run(Command.of("systemctl", "show", PROPERTIES, "--", unit))
                    .orThrow();
            finished.out().lines().forEach(line -> {
                int at = line.indexOf('=');
                values.put(line.substring(0, Math.max(at, 0)), line.substring(at + 1));
            });
        } catch (Failure e) {
            values.put("LoadState", Printable.line(e.message()));
        }
        return new State(values);
    }

    /** What systemd says of a unit. */
    private record State(Map<String, String> values) {

        private String value(String key) {
            return values.getOrDefault(key, "");
        }

        /** A target that others are still waited for is inactive until they are there. */
        private boolean isStarting() {
            return isLoaded() && (value("ActiveState").equals("activating") || (isInactive() && !hasRun()));
        }

        private boolean isLoaded() {
            return value("LoadState").equals("loaded");
        }

        private boolean isInactive() {
            return value("ActiveState").equals("inactive");
        }

        /** What does its work once and ends. */
        private boolean hasRun() {
            return value("Type").equals("oneshot") && value("Result").equals("success");
        }

        private boolean isWell() {
            var active = value("ActiveState");
            return isLoaded() && (active.equals("active") || active.equals("reloading") || (isInactive() && hasRun()));
        }

        private String sentence(Duration patience) {
            if (isWell()) {
                return "";
            }
            if (!isLoaded()) {
                return "it is not there: " + value("LoadState");
            }
            return isStarting()
                    ? "it is " + value("ActiveState") + " after " + patience.toSeconds() + " seconds"
                    : "it is " + value("ActiveState") + ": " + value("Result");
        }
    }
}
