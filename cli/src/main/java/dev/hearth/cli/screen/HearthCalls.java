package dev.hearth.cli.screen;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Calls hearth's launcher from within hearth: what hands the terminal over then comes back here. */
public final class HearthCalls {
    /** Tells hearth that it runs below one that has the terminal. */
    public static final String WITHIN = "HEARTH_WITHIN";

    private final Processes processes;
    private final Path program;
    private final Supplier<List<String>> options;

    /**
     * Calls it.
     *
     * @param options for all commands, as this hearth was given them; they are known once its command line is read
     */
    public HearthCalls(Processes processes, Path program, Supplier<List<String>> options) {
        this.processes = processes;
        this.program = program;
        this.options = options;
    }

    /** Runs a command on the user's terminal; {@return its status} */
    public int attached(String within, List<String> words) {
        return processes.runAttached(command(words).withEnvironment(WITHIN, within));
    }

    /** Runs a command that asks nothing; {@return how it ended} */
    public Finished captured(List<String> words) {
        return processes.run(command(words));
    }

    /** The launcher has Java ignore the keys that interrupt, and whoever Java starts would do so as well. */
    private Command command(List<String> words) {
        return Command.of("env", "--default-signal=INT,QUIT", program.toString())
                .with(options.get())
                .with(words);
    }
}
