package dev.hearth.core.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs programs; the one way in which hearth starts any. */
public interface Processes {

    /**
     * Runs a program to its end with its output captured.
     *
     * @throws ProgramMissing when there is no such program
     * @throws ProgramTimedOut when it took longer than the command allows
     */
    Finished run(Command command);

    /**
     * Runs a program to its end and hands over each line of its standard output and error, merged, as it comes.
     *
     * @return the program's end; {@link Finished#out()} holds the last lines, {@link Finished#err()} is empty
     * @throws ProgramMissing when there is no such program
     * @throws ProgramTimedOut when it took longer than the command allows
     */
    Finished stream(Command command, Consumer<String> line);

    /**
     * Runs a program on the user's own terminal and streams, for as long as it takes.
     *
     * @return its exit status
     * @throws ProgramMissing when there is no such program
     */
    int runAttached(Command command);

    /**
     * Starts a program in a session of its own that outlives hearth, with both output streams appended to a log.
     *
     * @return its process id
     * @throws ProgramMissing when there is no such program
     */
    long startDetached(Command command, Path log);

    /** {@return where a program lies, by the search path} */
    Optional<Path> locate(String program);
}
