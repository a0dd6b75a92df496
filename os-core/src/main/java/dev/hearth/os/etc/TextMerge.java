package dev.hearth.os.etc;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ProgramFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Merges the lines of three texts with {@code diff3}. */
final class TextMerge {
    private static final String OURS = "<<<<<<< local";
    private static final String THEIRS = ">>>>>>> new default";
    private static final int CLEAN = 0;
    private static final int CONFLICTS = 1;

    private final Processes processes;

    TextMerge(Processes processes) {
        this.processes = processes;
    }

    /**
     * What came of a merge.
     *
     * @param clean whether no lines are in conflict
     * @param text with markers around the lines that are
     */
    record Outcome(boolean clean, String text) {}

    /** {@return the bytes as a text of lines; absent when they are none} */
    static Optional<String> text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text).filter(decoded -> decoded.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** {@return whether a text has the markers that a conflict was shown by} */
    static boolean hasMarkers(String text) {
        return text.lines().anyMatch(line -> line.equals(OURS) || line.equals(THEIRS));
    }

    Outcome merge(String old, String fresh, String local) {
        return EtcWork.of(() -> {
            // Files of their own, not those that were read: a change in between would merge what nobody looked at.
            var directory = Files.createTempDirectory("hearth-merge-");
            try {
                var words = new String[] {
                    write(directory, "local", local), write(directory, "old", old), write(directory, "new", fresh)
                };
                return merge(words);
            } finally {
                for (var name : new String[] {"local", "old", "new"}) {
                    Files.deleteIfExists(directory.resolve(name));
                }
                Files.delete(directory);
            }
        });
    }

    private Outcome merge(String[] files) {
        // --show-overlap: the default marks also what both sides changed alike.
        var finished = processes.run(Command.of("diff3", "--merge", "--show-overlap", "--text")
                .with("--label", "local", "--label", "old default", "--label", "new default", "--")
                .with(files)
                .withEnvironment("LC_ALL", "C.UTF-8"));
        return switch (finished.status()) {
            case CLEAN -> new Outcome(true, finished.out());
            case CONFLICTS -> new Outcome(false, finished.out());
            default -> throw new ProgramFailed(finished);
        };
    }

    /** Ends the last line, because diff3 would write a marker behind it. */
    private static String write(Path directory, String name, String text) throws IOException {
        var whole = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        return Files.writeString(directory.resolve(name), whole).toString();
    }
}
