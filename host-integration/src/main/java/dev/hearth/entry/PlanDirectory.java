package dev.hearth.entry;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Java leaves what the launcher goes by. All in it is of one hearth: another has another in-pet half, and other
 * rules for reading.
 */
public final class PlanDirectory {
    /** As old as the cache of classes of the hearth that wrote what is here. */
    private static final String MADE_WITH = ".made-with";

    private final PrivateDirectory directory;
    private final Path cache;

    /**
     * Keeps the directory below hearth's runtime directory.
     *
     * @param cache the cache of classes of this installation
     */
    public PlanDirectory(PrivateDirectory runtime, Path cache) {
        this.directory = runtime.directory("entries");
        this.cache = cache;
    }

    /** {@return where this installation has its cache of classes; without one, nothing that is kept holds} */
    public static Path installedCache() {
        // Where a class is from Java does not tell of those in the cache, once the directory has moved.
        return Path.of(System.getProperty("java.class.path")).resolveSibling("hearth.aot");
    }

    /** {@return whether the launcher would go by what is kept} */
    boolean isOfUse() {
        return Files.exists(cache);
    }

    /** {@return a file in it, which is made, as far as it is not there} */
    Path prepared(String name) {
        return directory.prepared().resolve(name);
    }

    /** Writes a file, in one step. */
    void write(String name, String content) {
        forgetThoseOfOthers();
        PrivateFiles.write(prepared(name), content);
    }

    /** Removes a file, if it is there. */
    void delete(String name) {
        delete(directory.file(name));
    }

    /** {@return whether what is there was written by this hearth} */
    boolean isOfThisHearth() throws IOException {
        var made = directory.file(MADE_WITH);
        return Files.exists(made) && Files.getLastModifiedTime(made).equals(Files.getLastModifiedTime(cache));
    }

    private void forgetThoseOfOthers() {
        try {
            if (isOfThisHearth()) {
                return;
            }
            try (var files = Files.list(directory.prepared())) {
                files.forEach(PlanDirectory::delete);
            }
            var made = directory.file(MADE_WITH);
            PrivateFiles.write(made, "");
            Files.setLastModifiedTime(made, Files.getLastModifiedTime(cache));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
