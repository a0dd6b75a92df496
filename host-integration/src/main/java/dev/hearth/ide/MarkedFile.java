package dev.hearth.ide;

import dev.hearth.ide.Marked.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that hearth writes whole for another program, and knows again by its mark.
 *
 * @param comment what a line of comment begins with, where the program reads it
 */
public record MarkedFile(Path path, String comment) {

    /** {@return what hearth wrote there; none when it is not hearth's} */
    public Optional<Marked> read() {
        return found().map(Found::marked);
    }

    /**
     * {@return what makes the file say this; nothing when it does already}
     *
     * @throws FileInTheWay when it is not hearth's
     * @throws FileEditedByHand when somebody changed it since
     */
    public Optional<Step> saying(Marked wanted) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            var found = found().orElseThrow(() -> new FileInTheWay(path));
            requireIntact(found);
            if (found.marked().equals(wanted)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Step(
                "Write '" + path + "'",
                false,
                () -> PlainFiles.write(path, wanted.text(comment).getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * {@return what takes the file away; nothing when it is not there, or not hearth's}
     *
     * @throws FileEditedByHand when somebody changed it since
     */
    public Optional<Step> removed() {
        return found().map(found -> {
            requireIntact(found);
            return new Step("Remove '" + path + "'", false, () -> PlainFiles.delete(path));
        });
    }

    private void requireIntact(Found found) {
        if (!found.intact()) {
            throw new FileEditedByHand(path);
        }
    }

    private Optional<Found> found() {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Marked.parse(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
