package dev.hearth.cli.output;

import dev.hearth.core.text.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Standard error: what hearth says while it works.
 *
 * <p>What is done to several pets at once is told here by each. Lines stay; below them, on a terminal, is an area that is drawn anew again and again and is gone at the end.
 */
public final class Talk {
    private final PrintWriter err;
    private final int columns;
    private final BooleanSupplier live;
    private int drawn;

    /**
     * Talks to a stream.
     *
     * @param live whether it is a terminal on which lines can be drawn anew
     */
    public Talk(PrintWriter err, int columns, BooleanSupplier live) {
        this.err = err;
        this.columns = columns;
        this.live = live;
    }

    /** {@return whether something that is drawn would be seen} */
    boolean isLive() {
        return live.getAsBoolean();
    }

    /** Says a line that stays. */
    public synchronized void say(String line) {
        clear();
        err.println(line);
        err.flush();
    }

    /** Asks something; the answer will stand on the same line. */
    synchronized void ask(String question) {
        clear();
        err.print(question);
        err.flush();
    }

    /** Draws lines where others may have been drawn before. */
    synchronized void draw(List<String> lines) {
        if (!isLive()) {
            return;
        }
        clear();
        // One cell less than there are: a full line would wrap on some terminals and be counted wrongly.
        lines.forEach(line -> err.println(Cells.cut(Printable.line(line), columns - 1)));
        drawn = lines.size();
        err.flush();
    }

    /** Takes away what was drawn. */
    public synchronized void clear() {
        if (drawn > 0) {
            err.print(Colors.clearedFrom(drawn));
            err.flush();
            drawn = 0;
        }
    }
}
