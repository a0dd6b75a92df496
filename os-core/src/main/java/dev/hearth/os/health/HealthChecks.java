package dev.hearth.os.health;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ProgramTimedOut;
import dev.hearth.core.text.Printable;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the checks of a machine, one after the other. */
public final class HealthChecks {
    private final Path root;
    private final long owner;
    private final Processes processes;
    private final UnitStates units;

    /**
     * Has them run.
     *
     * @param root of the host's file system
     * @param owner whose the programs have to be: root's, but for tests
     * @param pause waits for so long
     */
    public HealthChecks(Path root, long owner, Processes processes, Consumer<Duration> pause) {
        this.root = root;
        this.owner = owner;
        this.processes = processes;
        this.units = new UnitStates(processes, pause);
    }

    /** {@return the programs that there are} */
    public List<CheckProgram> programs() {
        return CheckProgram.of(root, owner);
    }

    /** Runs all, also those after one that fails: whoever looks for the cause wants to know of each. */
    List<CheckResult> run(HealthConfiguration configuration, Consumer<OsEvent> events) {
        var results = new ArrayList<CheckResult>();
        for (var unit : configuration.units()) {
            events.accept(new OsEvent.Began(new Step("Look at the unit " + unit)));
            results.add(units.check(unit, configuration.timeout()));
        }
        for (var program : programs()) {
            events.accept(new OsEvent.Began(new Step("Run the check " + program.name())));
            results.add(run(program, configuration.timeout(), events));
        }
        return List.copyOf(results);
    }

    private CheckResult run(CheckProgram program, Duration timeout, Consumer<OsEvent> events) {
        if (program.problem() != null) {
            return result(program, false, program.problem());
        }
        try {
            var command = Command.of(program.file().toString()).withTimeout(timeout);
            var finished = processes.stream(command, line -> events.accept(new OsEvent.Said(line)));
            return result(program, finished.succeeded(), said(finished));
        } catch (ProgramTimedOut _) {
            return result(program, false, "it took longer than " + timeout.toSeconds() + " seconds");
        } catch (UncheckedIOException e) {
            // No interpreter for it, for one.
            return result(program, false, "it cannot be run: " + e.getMessage());
        }
    }

    private static CheckResult result(CheckProgram program, boolean passed, String message) {
        return new CheckResult(program.name(), program.required(), passed, message);
    }

    private static String said(Finished finished) {
        var lines = finished.out().lines().filter(line -> !line.isBlank()).toList();
        if (!lines.isEmpty()) {
            return Printable.line(lines.getLast().strip());
        }
        return finished.succeeded() ? "" : "it ended with status " + finished.status();
    }
}
