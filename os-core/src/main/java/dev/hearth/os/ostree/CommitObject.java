package dev.hearth.os.ostree;

import dev.hearth.os.Commit;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.gvariant.MalformedVariant;
import dev.hearth.os.gvariant.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A commit as the repository stores it.
 *
 * <p>Read from its file, since asking the {@code ostree} command for each deployment's metadata costs several starts of a
 * program each.
 *
 * @param metadata what its maker noted, by key
 * @param parent the version before it; absent for the first
 */
record CommitObject(
        String checksum,
        Variant.Dictionary metadata,
        @Nullable String parent,
        Instant time) {
    private static final String TYPE = "(a{sv}aya(say)sstayay)";
    /** Where ostree keeps signatures, beside the commit, so that they can be added later. */
    private static final String SIGNATURES = "ostree.gpgsigs";

    /** When the first machines take it, in seconds since 1970; the time of the commit where only a duration is noted. */
    private static final String ROLLOUT_START = "hearth.rollout.start";
    /** How many seconds later the last ones do. */
    private static final String ROLLOUT_DURATION = "hearth.rollout.duration";

    private static final int METADATA = 0;
    private static final int PARENT = 1;
    private static final int TIME = 5;

    /** Reads a commit out of a repository. */
    static CommitObject read(Path repository, String checksum) {
        try {
            return parse(checksum, Files.readAllBytes(file(repository, checksum)));
        } catch (NoSuchFileException _) {
            throw DamagedSysroot.commit(checksum, repository, "the repository does not hold it");
        } catch (MalformedVariant e) {
            throw DamagedSysroot.commit(checksum, repository, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether a repository holds the commit, if perhaps not its files} */
    static boolean exists(Path repository, String checksum) {
        return Files.exists(file(repository, checksum));
    }

    /** {@return whether some of a commit's files were left out when it was fetched} */
    static boolean isPartial(Path repository, String checksum) {
        return Files.exists(repository.resolve("state").resolve(checksum + ".commitpartial"));
    }

    /** {@return where a repository has the commit, the very bytes that are signed} */
    static Path file(Path repository, String checksum) {
        return object(repository, checksum, ".commit");
    }

    private static Path object(Path repository, String checksum, String suffix) {
        return repository.resolve("objects").resolve(checksum.substring(0, 2)).resolve(checksum.substring(2) + suffix);
    }

    /** {@return the signatures that came with the commit} */
    static List<byte[]> signatures(Path repository, String checksum) {
        try {
            var detached = Files.readAllBytes(object(repository, checksum, ".commitmeta"));
            return Variant.parse("a{sv}", detached) instanceof Variant.Dictionary metadata
                            && metadata.values().get(SIGNATURES) instanceof Variant.Sequence(var signatures)
                    ? signatures.stream()
                            .filter(Variant.Bytes.class::isInstance)
                            .map(signature -> ((Variant.Bytes) signature).toArray())
                            .toList()
                    : List.of();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (MalformedVariant e) {
            throw DamagedSysroot.commit(checksum, repository, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CommitObject parse(String checksum, byte[] bytes) {
        if (Variant.parse(TYPE, bytes) instanceof Variant.Sequence(var members)
                && members.get(METADATA) instanceof Variant.Dictionary metadata
                && members.get(PARENT) instanceof Variant.Bytes parent
                && members.get(TIME) instanceof Variant.Whole seconds) {
            var before = HexFormat.of().formatHex(parent.toArray());
            return new CommitObject(checksum, metadata, before.isEmpty() ? null : before, time(seconds.reversed()));
        }
        throw new IllegalStateException("the type says otherwise");
    }

    /**
     * {@return the time over which its maker wants it to be taken; empty where it is for all at once, or what was noted
     * makes no sense}
     */
    Optional<RolloutWindow> rollout() {
        return seconds(ROLLOUT_DURATION)
                .map(duration -> new RolloutWindow(
                        seconds(ROLLOUT_START).map(Instant::ofEpochSecond).orElse(time), Duration.ofSeconds(duration)));
    }

    /** As a text, which `ostree commit --add-metadata-string` makes, or as a number. */
    private Optional<Long> seconds(String key) {
        var text = metadata.values().get(key) instanceof Variant.Whole(var number)
                ? Optional.of(Long.toString(number))
                : metadata.text(key);
        return text.filter(digits -> digits.matches("[0-9]{1,11}")).map(Long::valueOf);
    }

    private static Instant time(long seconds) {
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException _) {
            throw new MalformedVariant("a time beyond all calendars");
        }
    }

    /** {@return what status shows of it} */
    Commit commit() {
        return new Commit(checksum, metadata.text("version").orElse(null), time);
    }
}
