package dev.hearth.os.ostree;

import dev.hearth.os.Commit;
import dev.hearth.os.gvariant.MalformedVariant;
import dev.hearth.os.gvariant.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A commit as the repository stores it.
 *
 * <p>Read from its file, since asking the {@code ostree} command for each deployment's metadata costs several starts of a
 * program each.
 *
 * @param metadata what its maker noted, by key
 */
record CommitObject(String checksum, Variant.Dictionary metadata, Instant time) {
    private static final String TYPE = "(a{sv}aya(say)sstayay)";
    private static final int METADATA = 0;
    private static final int TIME = 5;

    /** Reads a commit out of a repository. */
    static CommitObject read(Path repository, String checksum) {
        var file = repository
                .resolve("objects")
                .resolve(checksum.substring(0, 2))
                .resolve(checksum.substring(2) + ".commit");
        try {
            return parse(checksum, Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            throw DamagedSysroot.commit(checksum, repository, "the repository does not hold it");
        } catch (MalformedVariant e) {
            throw DamagedSysroot.commit(checksum, repository, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CommitObject parse(String checksum, byte[] bytes) {
        if (Variant.parse(TYPE, bytes) instanceof Variant.Sequence(var members)
                && members.get(METADATA) instanceof Variant.Dictionary metadata
                && members.get(TIME) instanceof Variant.Whole seconds) {
            return new CommitObject(checksum, metadata, Instant.ofEpochSecond(seconds.reversed()));
        }
        throw new IllegalStateException("the type says otherwise");
    }

    /** {@return what status shows of it} */
    Commit commit() {
        return new Commit(checksum, metadata.text("version").orElse(null), time);
    }
}
