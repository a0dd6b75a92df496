package dev.hearth.core.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes a chosen call of a fake fail, or the whole program die there.
 *
 * <p>Fakes that share one count their calls together, so that a test can cut a use case short at each of them in turn.
 */
public final class Faults {
    private final List<String> calls = new ArrayList<>();
    private final Map<Integer, Failure> failuresByNumber = new HashMap<>();
    private final Map<String, Failure> failuresByName = new HashMap<>();
    private int lastBefore = Integer.MAX_VALUE;
    private int lastDone = Integer.MAX_VALUE;

    /** Makes the call of this number, counted from 1, fail without effect. */
    public Faults fail(int call, Failure failure) {
        failuresByNumber.put(call, failure);
        return this;
    }

    /** Makes every call of this name fail without effect. */
    public Faults fail(String call, Failure failure) {
        failuresByName.put(call, failure);
        return this;
    }

    /** Kills the program just before the call of this number, counted from 1, has any effect. */
    public Faults dieBefore(int call) {
        lastBefore = call;
        return this;
    }

    /** Kills the program when the call of this number, counted from 1, has had its effect and not yet returned. */
    public Faults dieAfter(int call) {
        lastDone = call;
        return this;
    }

    /** Takes all faults away and counts from 1 again: what comes is another, healthy run. */
    public Faults clear() {
        calls.clear();
        failuresByNumber.clear();
        failuresByName.clear();
        lastBefore = Integer.MAX_VALUE;
        lastDone = Integer.MAX_VALUE;
        return this;
    }

    /** {@return the names of the calls so far, in order} */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Counts a call and does its work, unless it is one that fails; one after the other, whoever calls. */
    public synchronized <T> T call(String name, Supplier<T> work) {
        calls.add(name);
        int number = calls.size();
        if (number >= lastBefore || number > lastDone) {
            // Also all later ones: a dead program calls nothing, not even from a finally block.
            throw new Killed();
        }
        failWhenAsked(number, name);
        var result = work.get();
        if (number == lastDone) {
            throw new Killed();
        }
        return result;
    }

    /** Counts a call that returns nothing and does its work, unless it is one that fails. */
    public void run(String name, Runnable work) {
        call(name, () -> {
            work.run();
            return name;
        });
    }

    private void failWhenAsked(int number, String name) {
        var failure = failuresByNumber.getOrDefault(number, failuresByName.get(name));
        if (failure != null) {
            throw failure;
        }
    }

    /** The program was killed; an error, so that nothing that handles failures takes it for one. */
    public static final class Killed extends Error {
        Killed() {
            super("killed", null, false, false);
        }
    }
}
