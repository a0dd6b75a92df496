package dev.hearth.cli.output;

import dev.hearth.core.failure.Failure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/** Does the same to several things: a failure with one is told and does not keep it from the others. */
public final class Each {
    private final Errors errors;

    public Each(Errors errors) {
        this.errors = errors;
    }

    /** {@return the exit status: that of the first failure, or success} */
    public <T> int run(List<T> things, Consumer<T> action) {
        int status = ExitStatus.OK;
        for (var thing : new LinkedHashSet<>(things)) {
            try {
                action.accept(thing);
            } catch (Failure.Cancelled e) {
                throw e;
            } catch (Failure e) {
                int own = errors.report(e);
                status = status == ExitStatus.OK ? own : status;
            }
        }
        return status;
    }
}
