package dev.hearth.ide;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.function.Predicate;

/** A file that the user keeps for another program: changed where nothing of it can be lost, and else left alone. */
public record UserFile(Path path) {

    /** {@return what is in the file; nothing when there is none} */
    public String text() {
        try {
            // Each byte is one character, and comes back as the same byte, whatever the file's encoding.
            return Files.isRegularFile(path) ? new String(Files.readAllBytes(path), ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether a line of the file is this one} */
    public boolean hasLine(String line) {
        return text().lines().map(String::strip).anyMatch(bytes(line)::equals);
    }

    /**
     * {@return what makes a line the first; nothing when the file has it anywhere}
     *
     * @throws FileLeftAlone when the file is none that may be changed
     */
    public Optional<Step> withFirstLine(String line) {
        return withEarlyLine(line, _ -> false);
    }

    /**
     * {@return what makes a line the first, or the second where the first has to stay that; nothing when the file has it
     * anywhere}
     *
     * @throws FileLeftAlone when the file is none that may be changed
     */
    public Optional<Step> withEarlyLine(String line, Predicate<String> staysFirst) {
        if (hasLine(line)) {
            return Optional.empty();
        }
        var before = text();
        int end = before.indexOf('\n') + 1;
        boolean second = end > 0 && staysFirst.test(before.substring(0, end));
        var place = second ? "second" : "first";
        requireChangeable("Make this its %s line yourself: %s".formatted(place, line));
        var after = second
                ? before.substring(0, end) + bytes(line) + "\n" + before.substring(end)
                : bytes(line) + "\n" + before;
        var what = "Make '%s' the %s line of '%s'".formatted(line, place, path);
        return Optional.of(new Step(what, true, () -> replace(before, after)));
    }

    /**
     * {@return what takes a line out; nothing when the file does not have it}
     *
     * @throws FileLeftAlone when the file is none that may be changed
     */
    public Optional<Step> withoutLine(String line) {
        if (!hasLine(line)) {
            return Optional.empty();
        }
        requireChangeable("Take this line out yourself: " + line);
        var before = text();
        var what = "Take '%s' out of '%s'".formatted(line, path);
        return Optional.of(new Step(what, true, () -> replace(before, without(before, bytes(line)))));
    }

    /**
     * {@return what gives the file another text}
     *
     * @param what it does, for people
     * @throws FileLeftAlone when the file is none that may be changed
     */
    public Step saying(String text, String what, String byHand) {
        requireChangeable(byHand);
        var before = text();
        return new Step(what, true, () -> replace(before, text));
    }

    /**
     * Makes sure that replacing the file loses nothing.
     *
     * @param byHand what the user can do instead
     */
    private void requireChangeable(String byHand) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            if (Files.isSymbolicLink(path)) {
                throw new FileLeftAlone(path, "is a link", byHand);
            }
            if (!Files.isRegularFile(path)) {
                throw new FileLeftAlone(path, "is no file", byHand);
            }
            // Also to root, who could write it all the same.
            var permissions = Files.getPosixFilePermissions(path);
            if (!permissions.contains(PosixFilePermission.OWNER_WRITE) || !Files.isWritable(path)) {
                throw new FileLeftAlone(path, "is read-only", byHand);
            }
            if (Files.getAttribute(path, "unix:nlink") instanceof Integer names && names > 1) {
                throw new FileLeftAlone(path, "has several names", byHand);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that would be left empty goes: hearth made it for its own line. */
    private void replace(String before, String after) {
        if (!text().equals(before)) {
            throw new FileLeftAlone(path, "was changed meanwhile", "Run the command again.");
        }
        if (after.isEmpty()) {
            PlainFiles.delete(path);
        } else {
            PlainFiles.write(path, after.getBytes(ISO_8859_1));
        }
    }

    /** All other lines keep their ends, of whatever kind. */
    private static String without(String text, String line) {
        var kept = new StringBuilder();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start) + 1;
            var whole = end == 0 ? text.substring(start) : text.substring(start, end);
            if (!whole.strip().equals(line)) {
                kept.append(whole);
            }
            start += whole.length();
        }
        return kept.toString();
    }

    /** {@return a text as its bytes are in what is read of such a file} */
    public static String bytes(String line) {
        return new String(line.getBytes(UTF_8), ISO_8859_1);
    }
}
