package dev.hearth.between;

import dev.hearth.flatpaks.FlatpakUpdate;
import dev.hearth.pets.PetName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade of the base, Flatpaks and pets under one id, as far as it is needed to undo it.
 *
 * <p>What the pets were is in their own generations, which bear the id.
 *
 * @param base what happened to the base; absent when it was no part of it
 */
public record WholeUpgrade(
        UpgradeId id,
        Instant began,
        @Nullable BaseStep base,
        List<PetName> pets,
        List<FlatpakUpdate> flatpaks,
        boolean undone) {
    public WholeUpgrade {
        pets = List.copyOf(pets);
        flatpaks = List.copyOf(flatpaks);
    }

    /**
     * A step of the base.
     *
     * @param before the deployment that was to boot next
     * @param after the same once it was done; absent until then
     */
    public record BaseStep(String before, @Nullable String after) {}

    WholeUpgrade with(@Nullable BaseStep step) {
        return new WholeUpgrade(id, began, step, pets, flatpaks, undone);
    }

    WholeUpgrade asUndone() {
        return new WholeUpgrade(id, began, base, pets, flatpaks, true);
    }
}
