package dev.hearth.pets;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.projects.ProjectFile;
import dev.hearth.projects.ProjectSearch;
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
    private final ProjectSearch search;

    /**
     * Keeps the default pet below hearth's state directory.
     *
     * @param search for what directories say
     */
    public PetChoice(PrivateDirectory state, ProjectSearch search) {
        this.state = state;
        this.search = search;
    }

    /** {@return the file in the directory or above it that says which pet commands there mean} */
    public Optional<ProjectFile> ofDirectory(Path directory) {
        return search.find(directory, FILE).map(PetChoice::read);
    }

    /** {@return whether a file is of the kind that names the pet of its directory} */
    public static boolean isDirectoryFile(Path file) {
        return file.endsWith(FILE);
    }

    /** {@return such a file, of which only the first line counts} */
    public static ProjectFile read(Path file) {
        return new ProjectFile(file, firstLine(file));
    }

    /**
     * {@return the pet that such a file names}
     *
     * @throws InvalidPetFile when its first line is no pet's name
     */
    public static PetName named(ProjectFile file) {
        if (!PetName.isValid(file.content())) {
            throw new InvalidPetFile(file.path());
        }
        return new PetName(file.content());
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
