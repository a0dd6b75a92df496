package dev.hearth.ide;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A file of the user's is none that hearth changes. */
public final class FileLeftAlone extends Failure.Conflict {
    /**
     * Tells of it.
     *
     * @param why in words that follow the file's name
     * @param byHand what the user can do instead, such as what to paste
     */
    public FileLeftAlone(Path file, String why, String byHand) {
        super("The file '%s' %s, so hearth leaves it alone".formatted(file, why), byHand);
    }
}
