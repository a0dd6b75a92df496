package dev.hearth.bridge;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What pets had run on the host.
 *
 * <p>A line each, as the scripts beside this class write it: time, status, pet and words, separated by tabs, in which
 * {@code \\}, {@code \t} and {@code \n} stand for themselves.
 */
public final class BridgeLog {
    private static final String NAME = "host-commands.log";
    private static final long LARGEST = 1024 * 1024;

    private final PrivateDirectory state;

    /** Keeps the log below hearth's state directory. */
    public BridgeLog(PrivateDirectory state) {
        this.state = state;
    }

    /** {@return the calls in the order in which they ended; those of old may be gone} */
    public List<HostCall> calls() {
        return Stream.of(state.file(NAME + ".1"), state.file(NAME))
                .flatMap(BridgeLog::lines)
                .flatMap(line -> parse(line).stream())
                .toList();
    }

    /** {@return the file; it need not be there} */
    public Path file() {
        return state.file(NAME);
    }

    /** {@return the file, which is there and not too large} */
    Path prepared() {
        var file = state.prepared().resolve(NAME);
        PrivateFiles.log(file, LARGEST);
        return file;
    }

    /** Lenient: a full disk leaves lines cut off, and a name may be in any encoding. */
    private static Stream<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<HostCall> parse(String line) {
        var fields = line.split("\t", -1);
        if (fields.length < 4) {
            return Optional.empty();
        }
        try {
            var words = Arrays.stream(fields, 3, fields.length)
                    .map(BridgeLog::unescaped)
                    .toList();
            return Optional.of(new HostCall(Instant.parse(fields[0]), fields[2], Integer.parseInt(fields[1]), words));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String unescaped(String word) {
        var text = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\\' && i + 1 < word.length()) {
                i++;
                c = switch (word.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    default -> word.charAt(i);
                };
            }
            text.append(c);
        }
        return text.toString();
    }
}
