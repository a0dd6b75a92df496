package dev.hearth.os.ostree;

import dev.hearth.os.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file of a repository that names a branch's newest commit; reading it is much quicker than to ask {@code ostree}. */
final class BranchFile {
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

    private BranchFile() {}

    /** {@return what it names, where there is such a file} */
    static Optional<String> read(Path repository, Source.Branch branch) {
        var file = file(repository, branch);
        // The first part of another branch's name is a directory.
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TextFile.read(file).strip()).filter(CHECKSUM.asMatchPredicate());
        } catch (TextFile.NoText _) {
            // ostree has words for what it finds there instead.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path repository, Source.Branch branch) {
        var refs = repository.resolve("refs");
        var directory = branch.remote() == null
                ? refs.resolve("heads")
                : refs.resolve("remotes").resolve(branch.remote());
        return directory.resolve(branch.name());
    }
}
