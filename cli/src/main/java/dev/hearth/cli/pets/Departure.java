package dev.hearth.cli.pets;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.session.Handover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the user's terminal to what a command decided to run. */
public final class Departure {
    private final @Nullable Path launcher;
    private final Processes processes;
    private final List<String> arguments;

    /**
     * Gives it away for one run of hearth.
     *
     * @param launcher where the launcher waits for a decision; absent where none does
     * @param arguments those that hearth was called with
     */
    public Departure(@Nullable Path launcher, Processes processes, List<String> arguments) {
        this.launcher = launcher;
        this.processes = processes;
        this.arguments = List.copyOf(arguments);
    }

    /** {@return whether hearth ends when it leaves} */
    boolean isForGood() {
        return launcher != null;
    }

    /**
     * Has the launcher run it in hearth's place; without a launcher, runs it while hearth waits.
     *
     * @return the exit status that hearth ends with
     */
    public int leave(Handover handover) {
        if (launcher == null) {
            return stay(handover);
        }
        try {
            Files.writeString(launcher, handover.render(), StandardOpenOption.WRITE);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int stay(Handover handover) {
        var tail = arguments.subList(arguments.size() - handover.tail(), arguments.size());
        var command = Command.of(handover.words()).with(tail);
        for (var variable : handover.exports().entrySet()) {
            command = command.withEnvironment(variable.getKey(), variable.getValue());
        }
        return processes.runAttached(command);
    }
}
