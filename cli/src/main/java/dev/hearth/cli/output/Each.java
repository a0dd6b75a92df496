package dev.hearth.cli.output;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.failure.Interrupted;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same to several things: a failure with one is told and does not keep it from the others. */
public final class Each {
    /** What is done to pets waits for networks and disks, which more at once do not make faster. */
    private static final int AT_ONCE = 4;

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

    /** As {@link #run}, with several at once; returns, or throws what cancels them all, when each has ended. */
    public <T> int together(List<T> things, Consumer<T> action) {
        var all = List.copyOf(new LinkedHashSet<>(things));
        if (all.size() < 2) {
            return run(all, action);
        }
        try (var threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, all.size()))) {
            var ends = all.stream()
                    .<Future<?>>map(thing -> threads.submit(() -> action.accept(thing)))
                    .toList();
            return run(ends, Each::await);
        }
    }

    /** What a consumer throws is nothing else. */
    private static RuntimeException unchecked(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }

    private static void await(Future<?> end) {
        try {
            end.get();
        } catch (InterruptedException e) {
            throw Interrupted.restoringFlag();
        } catch (ExecutionException e) {
            throw unchecked(e);
        }
    }
}
