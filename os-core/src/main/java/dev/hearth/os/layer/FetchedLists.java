package dev.hearth.os.layer;

import dev.hearth.core.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Remembers of which sources the package lists in a cache are, and since when. */
final class FetchedLists {
    private static final Duration YOUNG = Duration.ofDays(1);

    private final Path note;
    private final @Nullable Path etc;
    private final InstantSource clock;

    FetchedLists(LayerCache cache, Sources sources, InstantSource clock) {
        this.note = cache.directory("lists").resolve("fetched");
        this.etc = sources.etc();
        this.clock = clock;
    }

    /** Returns whether they are of just these sources, and young. */
    boolean areYoung() {
        try {
            var words = Files.readString(note).strip().split(" ", -1);
            if (words.length != 2 || !words[0].equals(digest()) || !words[1].matches("[0-9]{1,11}")) {
                return false;
            }
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(words[1])), clock.instant());
            return !age.isNegative() && age.compareTo(YOUNG) < 0;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes that they were fetched just now. */
    void note() {
        PrivateFiles.write(note, digest() + " " + clock.instant().getEpochSecond() + "\n");
    }

    private String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            if (etc != null) {
                try (var files = Files.walk(etc)) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(etc.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
