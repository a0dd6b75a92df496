package dev.hearth.os.health;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.text.Printable;
import java.time.Duration;
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
                return state.result(unit, patience);
            }
            pause.accept(PAUSE);
            waited = waited.plus(PAUSE);
        }
    }

    private UnitState state(String unit) {
        try {
            var finished = processes
                    .run(Command.of("systemctl", "show", PROPERTIES, "--", unit))
                    .orThrow();
            return UnitState.parse(finished.out());
        } catch (Failure e) {
            return UnitState.unknown(Printable.line(e.message()));
        }
    }
}
