package dev.hearth.pets;

import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.generations.Generations;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells of all of the caller's pets at once; how many there are does not change how often the engine is asked. */
public final class PetOverviews {
    private final PetReader pets;
    private final ImageStore images;
    private final Generations generations;
    private final long owner;

    PetOverviews(PetReader pets, ImageStore images, Generations generations, long owner) {
        this.pets = pets;
        this.images = images;
        this.generations = generations;
        this.owner = owner;
    }

    /** {@return all, sorted by name} */
    public List<PetOverview> all() {
        var all = pets.list();
        if (all.isEmpty()) {
            return List.of();
        }
        var created = images.images().stream()
                .collect(Collectors.toMap(LocalImage::id, LocalImage::created, (one, _) -> one));
        var saved = generations.all(owner);
        return all.stream()
                .map(pet -> new PetOverview(
                        pet,
                        created.get(pet.spec().imageId()),
                        newest(saved.getOrDefault(GenerationSaver.identity(pet.spec()), List.of()))))
                .toList();
    }

    private static @Nullable GenerationNumber newest(List<Generation> generations) {
        return generations.isEmpty() ? null : generations.getLast().number();
    }
}
