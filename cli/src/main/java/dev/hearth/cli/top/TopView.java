package dev.hearth.cli.top;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pets and the base take right now; the components are the JSON contract.
 *
 * @param base the machine, and what keeps its base
 * @param pets null where no engine answers
 * @param petsProblem why there is nothing to tell of them; null otherwise
 */
record TopView(
        Base base, @Nullable List<PetUse> pets, @Nullable String petsProblem) {

    static final TopView NOTHING = new TopView(Base.NOTHING, List.of(), null);

    /**
     * The machine.
     *
     * @param engine rpm-ostree, bootc or ostree; null where there is no base to keep
     * @param version of what runs; null where it has none
     * @param processor percent of one processor that all programs have; null until it was looked at twice
     * @param memory bytes that programs have
     * @param memoryTotal bytes that there are
     * @param diskFree bytes that are left where your home is
     * @param updates what of the base waits, or is wrong
     */
    record Base(
            @Nullable String engine,
            @Nullable String version,
            @Nullable Double processor,
            long memory,
            long memoryTotal,
            long diskFree,
            List<String> updates) {
        static final Base NOTHING = new Base(null, null, null, 0, 0, 0, List.of());
    }

    /**
     * One pet.
     *
     * @param name its name
     * @param state created, running, paused, stopped or removing
     * @param image what it was made from, by name
     * @param processor percent of one processor; null where nobody can tell
     * @param memory bytes that its programs have; null where nobody can tell
     * @param disk bytes that it has beyond its image; null until they are counted
     * @param updates what it could be made anew of: image, when that of this name is another by now, or base
     */
    record PetUse(
            String name,
            String state,
            String image,
            @Nullable Double processor,
            @Nullable Long memory,
            @Nullable Long disk,
            List<String> updates) {
        boolean runs() {
            return state.equals("running");
        }
    }
}
