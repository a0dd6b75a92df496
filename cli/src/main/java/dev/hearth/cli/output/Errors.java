package dev.hearth.cli.output;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.core.trace.Trace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the user what went wrong, on standard error. */
public final class Errors {
    private final Talk talk;
    private final Supplier<Colors> colors;
    private final Trace log;
    private final Supplier<Optional<Path>> logFile;
    private final BooleanSupplier verbose;
    private boolean json;

    /**
     * Tells errors through the talk, with traces of the stack in the log only.
     *
     * @param logFile where the log is, once it has been written to
     * @param verbose whether the user wants to see traces of the stack too
     */
    public Errors(
            Talk talk, Supplier<Colors> colors, Trace log, Supplier<Optional<Path>> logFile, BooleanSupplier verbose) {
        this.talk = talk;
        this.colors = colors;
        this.log = log;
        this.logFile = logFile;
        this.verbose = verbose;
    }

    /** From now on tells errors to a program. */
    public void useJson() {
        json = true;
    }

    /** Tells of anything that was thrown; {@return the exit status} */
    public int report(Throwable thrown) {
        var failure = thrown instanceof Failure known ? Optional.of(known) : HostTrouble.of(thrown);
        return failure.map(this::failure).orElseGet(() -> bug(thrown));
    }

    /** Tells that the command line is wrong; {@return the exit status} */
    public int usage(String message, @Nullable String hint) {
        tell("invalid", message, hint, false);
        return ExitStatus.INVALID;
    }

    private int failure(Failure failure) {
        log.note("failed: " + failure.message());
        boolean worthTheLog = !(failure instanceof Failure.Invalid || failure instanceof Failure.Cancelled);
        tell(ExitStatus.kind(failure), failure.message(), failure.hint().orElse(null), worthTheLog);
        return ExitStatus.of(failure);
    }

    private int bug(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        log.note("bug: " + trace);
        tell("bug", "This is a bug in hearth: " + thrown, "Please report it, with the log.", true);
        if (verbose.getAsBoolean()) {
            talk.say(Printable.text(trace.toString()).stripTrailing());
        }
        return ExitStatus.BUG;
    }

    private void tell(String kind, String message, @Nullable String hint, boolean worthTheLog) {
        if (json) {
            talk.say(JsonText.write(Map.of("error", new Problem(kind, message, hint))));
            return;
        }
        var paint = colors.get();
        talk.say(paint.red("Error:") + " " + Printable.line(message));
        if (hint != null) {
            talk.say(paint.bold("Hint:") + " " + Printable.line(hint));
        }
        if (worthTheLog) {
            logFile.get().ifPresent(file -> talk.say(paint.dim("Log: " + file)));
        }
    }

    /**
     * What went wrong, for a program.
     *
     * @param kind invalid, not-found, conflict, unavailable, denied, not-allowed, tool-failed, cancelled or bug
     * @param message one sentence
     * @param hint what to do about it; null where there is nothing to say
     */
    record Problem(String kind, String message, @Nullable String hint) {}
}
