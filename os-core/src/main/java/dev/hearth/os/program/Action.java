package dev.hearth.os.program;

import dev.hearth.core.process.Command;
import dev.hearth.os.Step;
import java.nio.file.Path;

/** One thing that a change comes down to: what a plan shows is what is then done. */
public sealed interface Action {

    /** {@return the action for people to read} */
    Step step();

    /** Run a program. */
    record Run(Command command) implements Action {
        @Override
        public Step step() {
            return Step.running(command);
        }
    }

    /**
     * Replace a configuration file's text, in one step.
     *
     * @param line what will stand in it, for people to read
     */
    record Write(Path file, String text, String line) implements Action {
        @Override
        public Step step() {
            return new Step("Set " + line + " in " + file);
        }
    }

    /** Put a file of hearth's own in place. */
    record Place(Path file, String text) implements Action {
        @Override
        public Step step() {
            return new Step("Write " + file);
        }
    }

    /** Put a program of hearth's own in place. */
    record PlaceProgram(Path file, String text) implements Action {
        @Override
        public Step step() {
            return new Step("Write " + file);
        }
    }

    /** Take a file of hearth's own away. */
    record Remove(Path file) implements Action {
        @Override
        public Step step() {
            return new Step("Remove " + file);
        }
    }
}
