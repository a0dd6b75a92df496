package dev.hearth.exports;

import dev.hearth.pets.PetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines by which a file says that it is an export: comments, or keys of a desktop entry.
 *
 * @param source what of the pet it is
 */
record ExportMark(PetName pet, String source) {
    static final String PREFIX = "X-Hearth-";

    /** Bytes within which the mark is; directories of programs have large files in them. */
    private static final int ENOUGH = 2048;

    private static final Pattern PET = Pattern.compile("(?m)^(?:# )?" + PREFIX + "Pet=(.*)$");
    private static final Pattern SOURCE = Pattern.compile("(?m)^(?:# )?" + PREFIX + "Export=(.*)$");

    /** {@return the lines, as comments} */
    String comments() {
        return "# " + PREFIX + "Pet=" + pet + "\n# " + PREFIX + "Export=" + source + "\n";
    }

    /** {@return the mark that a file carries; none when it is no export} */
    static Optional<ExportMark> of(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
            return Optional.empty();
        }
        try (var content = Files.newInputStream(file)) {
            return in(new String(content.readNBytes(ENOUGH), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ExportMark> in(String text) {
        var pet = PET.matcher(text);
        var source = SOURCE.matcher(text);
        return pet.find() && source.find() && PetName.isValid(pet.group(1))
                ? Optional.of(new ExportMark(new PetName(pet.group(1)), source.group(1)))
                : Optional.empty();
    }
}
