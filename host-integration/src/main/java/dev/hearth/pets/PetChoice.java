package dev.hearth.pets;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Decides which pet a command means when it names none. */
public final class PetChoice {
    private static final String FILE = ".hearth";
    private static final String PREFERRED = "default-pet";

    /** Bytes within which a first line that can be a name ends. */
    private static final int ENOUGH = 1024;

    private final PrivateDirectory state;

    /** Keeps the default pet below hearth's state directory. */
    public PetChoice(PrivateDirectory state) {
        this.state = state;
    }

    /**
     * {@return the pet that a {@code .hearth} file in the directory or above it names}
     *
     * @throws InvalidPetFile when the file's first line is no pet's name
     */
    public Optional<MeantPet> ofDirectory(Path directory) {
        for (var place = directory; place != null; place = place.getParent()) {
            var file = place.resolve(FILE);
            if (isTrusted(file)) {
                return Optional.of(new MeantPet(named(file), new MeantPet.Source.DirectoryFile(file)));
            }
        }
        return Optional.empty();
    }

    /** {@return the pet that was made the default} */
    public Optional<PetName> preferred() {
        return Files.isRegularFile(preferredFile())
                ? Optional.of(firstLine(preferredFile()))
                        .filter(PetName::isValid)
                        .map(PetName::new)
                : Optional.empty();
    }

    /** Makes a pet the default. */
    public void prefer(PetName name) {
        PrivateFiles.write(state.prepared().resolve(PREFERRED), name + "\n");
    }

    /** Takes the default back. */
    public void forget() {
        try {
            Files.deleteIfExists(preferredFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path preferredFile() {
        return state.file(PREFERRED);
    }

    /** A file that somebody else put into a shared directory, such as {@code /tmp}, chooses nothing. */
    private boolean isTrusted(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.getAttribute(file, "unix:uid") instanceof Integer uid
                    && (Integer.toUnsignedLong(uid) == state.owner() || uid == 0);
        } catch (IOException e) {
            return false;
        }
    }

    private static PetName named(Path file) {
        var line = firstLine(file);
        if (!PetName.isValid(line)) {
            throw new InvalidPetFile(file);
        }
        return new PetName(line);
    }

    private static String firstLine(Path file) {
        try (var content = Files.newInputStream(file)) {
            // Decoded leniently: what is not text is no name either, and is said to be none.
            var text = new String(content.readNBytes(ENOUGH), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
