package dev.hearth.pets;

import dev.hearth.archives.ArchivedImage;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.images.ImageLayer;
import java.nio.file.Path;
import java.util.List;

/**
 * A pet that comes from elsewhere; closing it removes what was unpacked.
 *
 * @param name that it had
 * @param spec what it was
 * @param history what it had been saved as, of which only that is known
 * @param generations what it had been saved as, oldest first
 * @param layers of its content, the lowest first
 */
public record ArchivedPet(
        PetOrigin origin,
        PetName name,
        PetSpec spec,
        List<FormerGeneration> history,
        List<ArchivedGeneration> generations,
        ArchivedImage image,
        List<ImageLayer> layers,
        Path scratch)
        implements AutoCloseable {
    public ArchivedPet {
        history = List.copyOf(history);
        generations = List.copyOf(generations);
        layers = List.copyOf(layers);
    }

    /** {@return what is in an image, as far as it says so} */
    static ArchivedPet of(PetOrigin origin, ArchivedImage image, List<ImageLayer> layers, Path scratch) {
        return new ArchivedPet(
                origin,
                PetArchiveForm.name(image, origin),
                PetArchiveForm.spec(image, origin),
                PetArchiveForm.history(image),
                PetArchiveForm.generations(image, layers.size()),
                image,
                layers,
                scratch);
    }

    /** {@return what of this host it would have} */
    public List<ForeignWish> wishes() {
        return ForeignWish.of(spec);
    }

    /** {@return how often it had been saved} */
    public int saved() {
        return history.size() + generations.size();
    }

    @Override
    public void close() {
        DirectoryTree.delete(scratch);
    }
}
