package dev.hearth.cli;

import java.util.List;

/** What the build runs to see which classes users wait for: command lines, one after the other in one Java. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Runs each argument as a command line of words between blanks; all must end well. */
    public static void main(String[] lines) {
        for (var line : lines) {
            if (Main.run(List.of(line.split(" ", -1))) != 0) {
                throw new IllegalStateException("`hearth " + line + "` failed");
            }
        }
    }
}
