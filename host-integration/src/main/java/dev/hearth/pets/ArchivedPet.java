package dev.hearth.pets;

import dev.hearth.archives.OciArchiveReader.Opened;
import dev.hearth.core.files.DirectoryTree;
import java.nio.file.Path;
import java.util.List;

/**
 * A pet in an archive; closing it removes what was unpacked.
 *
 * @param name that it had
 * @param spec what it was
 * @param history what it had been saved as
 */
public record ArchivedPet(
        Path file, PetName name, PetSpec spec, List<FormerGeneration> history, Opened content, Path scratch)
        implements AutoCloseable {
    public ArchivedPet {
        history = List.copyOf(history);
    }

    /** {@return what of this host it would have} */
    public List<ForeignWish> wishes() {
        return ForeignWish.of(spec);
    }

    @Override
    public void close() {
        DirectoryTree.delete(scratch);
    }
}
