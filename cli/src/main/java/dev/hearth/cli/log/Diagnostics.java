package dev.hearth.cli.log;

import dev.hearth.core.text.Printable;
import dev.hearth.core.trace.Trace;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Sends what hearth does to the log, and to the user who wants to see it. */
public final class Diagnostics implements Trace {
    private final Trace log;
    private final BooleanSupplier verbose;
    private final Consumer<String> user;

    public Diagnostics(Trace log, BooleanSupplier verbose, Consumer<String> user) {
        this.log = log;
        this.verbose = verbose;
        this.user = user;
    }

    @Override
    public void note(String line) {
        log.note(line);
        if (verbose.getAsBoolean()) {
            user.accept("hearth: " + Printable.line(line));
        }
    }
}
