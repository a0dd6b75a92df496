package dev.hearth.cli.generations;

import dev.hearth.engine.ContainerPath;
import dev.hearth.generations.Generation;
import dev.hearth.pets.FormerGeneration;
import dev.hearth.pets.PetHistory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a pet was; the components are the JSON contract.
 *
 * @param name of the pet
 * @param former what it had been saved as before `hearth import-pet` made it here; only told, and nothing to return to
 * @param generations oldest first
 * @param now how far the pet is from the newest
 */
record HistoryView(String name, List<Former> former, List<Saved> generations, Now now) {

    /**
     * A generation that was left where the pet comes from.
     *
     * @param generation the number that it had
     * @param saved when
     * @param label in the words of whoever had the pet; empty when there are none
     * @param action what saved it, or had it saved first
     */
    record Former(String generation, Instant saved, String label, String action) {
        static Former of(FormerGeneration former) {
            return new Former(
                    former.number().toString(),
                    former.saved().truncatedTo(ChronoUnit.SECONDS),
                    former.label(),
                    former.action());
        }
    }

    /**
     * A generation.
     *
     * @param generation its number, such as @3
     * @param saved when
     * @param label in the user's words; empty when there are none
     * @param action what saved it, or had it saved first
     * @param parent the generation that the pet stood on; null when that was its image
     * @param pinned whether it is kept whatever is pruned
     * @param packages that differ from the parent; null where nobody could tell
     * @param requests packages that had been asked for by then
     * @param files that differ from the parent, without caches, logs and the like
     * @param bytes that it takes by itself
     * @param image the engine's own id of the image that holds it
     */
    record Saved(
            String generation,
            Instant saved,
            String label,
            String action,
            @Nullable String parent,
            boolean pinned,
            @Nullable CountView packages,
            List<String> requests,
            CountView files,
            long bytes,
            String image) {
        static Saved of(Generation generation, List<String> requests) {
            var changed = generation.changed();
            var files = changed.files();
            return new Saved(
                    generation.number().toString(),
                    generation.saved().truncatedTo(ChronoUnit.SECONDS),
                    generation.label(),
                    generation.action(),
                    Objects.toString(generation.parent(), null),
                    generation.pinned(),
                    CountView.of(changed.packages()),
                    requests,
                    new CountView(files.added(), files.changed(), files.removed()),
                    changed.bytes(),
                    generation.imageId());
        }
    }

    /**
     * What the pet is now.
     *
     * @param from the newest generation, with which it is compared; null when there is none, and it is compared with its image
     * @param parent the generation that it was made from; null when that was its image
     * @param packages that differ; null where nobody can tell
     * @param requests packages that have been asked for
     * @param files that differ, without caches, logs and the like; null where `hearth diff` has to tell
     * @param notSaved where volumes of the engine's are seen, whose content is part of no generation
     */
    record Now(
            @Nullable String from,
            @Nullable String parent,
            @Nullable CountView packages,
            List<String> requests,
            @Nullable CountView files,
            List<String> notSaved) {}

    static HistoryView of(PetHistory history) {
        var now = history.now();
        return new HistoryView(
                history.pet().name().value(),
                history.former().stream().map(Former::of).toList(),
                history.generations().stream()
                        .map(generation -> Saved.of(generation, history.requests(generation)))
                        .toList(),
                new Now(
                        Objects.toString(now.from(), null),
                        Objects.toString(now.standsOn(), null),
                        CountView.of(now.packages()),
                        history.pet().spec().packages(),
                        CountView.of(now.files()),
                        now.notSaved().stream().map(ContainerPath::value).toList()));
    }
}
