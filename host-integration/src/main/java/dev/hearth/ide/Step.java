package dev.hearth.ide;

import java.util.List;

/**
 * One thing that is done so that another program finds a pet.
 *
 * @param line what it does, for people
 * @param asks whether it changes what is the user's own, who is asked before
 * @param work does it
 */
public record Step(String line, boolean asks, Runnable work) {

    /** {@return the same, before which the user is asked} */
    public Step asking() {
        return new Step(line, true, work);
    }

    /** {@return whether the user is asked before any of these} */
    public static boolean ask(List<Step> steps) {
        return steps.stream().anyMatch(Step::asks);
    }

    /** Does all of them, in order. */
    public static void carryOut(List<Step> steps) {
        steps.forEach(step -> step.work().run());
    }
}
