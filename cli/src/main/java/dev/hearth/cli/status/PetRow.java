package dev.hearth.cli.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pet; the components are the JSON contract.
 *
 * @param name its name
 * @param state created, running, paused, stopped or removing
 * @param image what it was made from, by name
 * @param imageCreated when that image was made; null when the engine has it no more
 * @param matchesBase whether it is of the very base or, where it is not made of one, of its release; null where they have nothing in common
 * @param rebase the command that makes it anew of the base as that is by now; null where it is not made of one, or is of this one
 * @param generation the newest that is saved, such as @3; null when there is none
 * @param requests packages that were asked for
 * @param exports what of it is available on the host, by name
 * @param drift how far it is from its newest generation, or from its image; null unless it was asked for
 */
record PetRow(
        String name,
        String state,
        String image,
        @Nullable Instant imageCreated,
        @Nullable Boolean matchesBase,
        @Nullable String rebase,
        @Nullable String generation,
        List<String> requests,
        List<String> exports,
        @Nullable Drift drift) {

    /**
     * How far a pet is from what was saved.
     *
     * @param packages that differ; null where nobody can tell
     * @param files that differ, without caches, logs and the like; null where `hearth diff` has to tell
     */
    record Drift(@Nullable Long packages, @Nullable Long files) {}

    String baseText() {
        return matchesBase == null ? "" : matchesBase ? "matches" : "differs";
    }

    /** {@return what waits for somebody about it} */
    Optional<Overview.Waiting> waiting() {
        return Optional.ofNullable(rebase)
                .map(command -> new Overview.Waiting(
                        "The pet '" + name + "' is of another deployment than the base",
                        "`" + command + "` brings it along."));
    }

    /** {@return what else there is to say, for people} */
    String rest() {
        var parts = new ArrayList<String>();
        if (generation != null) {
            parts.add(generation);
        }
        if (drift != null) {
            part(parts, drift.packages(), "package", " changed");
            part(parts, drift.files(), "file", " changed");
        }
        part(parts, (long) requests.size(), "request", "");
        part(parts, (long) exports.size(), "export", "");
        return String.join(", ", parts);
    }

    private static void part(List<String> parts, @Nullable Long count, String what, String ending) {
        if (count != null && count > 0) {
            parts.add(count + " " + what + (count == 1 ? "" : "s") + ending);
        }
    }
}
