package dev.hearth.os;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.failure.Failure;
import dev.hearth.os.PastChange.Known;
import dev.hearth.os.PastChange.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a base, by whom and why, which no engine keeps.
 *
 * <p>A line of JSON is written before a change begins and another when it has ended: one that was cut off is seen by the
 * lack of the second. Everybody may read it.
 */
public final class History {
    private static final int SCHEMA = 1;
    private static final String NAME = "history.jsonl";

    private final Path directory;
    private final InstantSource clock;
    private final long process;

    /**
     * Keeps the history in a directory of its own.
     *
     * @param process the id of this process, by which others tell a change that still runs from one that was cut off
     */
    public History(Path directory, InstantSource clock, long process) {
        this.directory = directory;
        this.clock = clock;
        this.process = process;
    }

    /** A change that has begun. */
    final class Open {
        private final String id;

        private Open(String id) {
            this.id = id;
        }

        /** Writes down what came of it. */
        void end(Outcome outcome) {
            var deployment = outcome.deployment();
            write(
                    outcome.changed() ? Result.DONE : Result.UNCHANGED,
                    outcome.sentence(),
                    deployment == null ? null : deployment.toString());
        }

        /** Writes down why it came to nothing. */
        void fail(Throwable thrown) {
            var result = thrown instanceof Failure.Cancelled ? Result.CANCELLED : Result.FAILED;
            var message = thrown instanceof Failure failure ? failure.message() : thrown.toString();
            write(result, message, null);
        }

        private void write(Result result, String message, @Nullable String deployment) {
            append(new Ended(id, clock.instant().toString(), result.word(), message, deployment));
        }
    }

    /** Writes down that a change is about to begin. */
    Open begin(Request request, List<Deployment> before) {
        var now = clock.instant();
        // The process, too: two that begin at once would count alike.
        var id = (changes().size() + 1) + "-" + process;
        append(new Began(
                SCHEMA,
                id,
                now.toString(),
                process,
                request.user(),
                request.command(),
                request.reason(),
                before.stream().map(Known::of).toList()));
        return new Open(id);
    }

    /** {@return all changes, the newest first; a line that is damaged is passed over} */
    public List<PastChange> changes() {
        var begun = new LinkedHashMap<String, Began>();
        var ended = new LinkedHashMap<String, Ended>();
        var mapper = mapper();
        for (var text : lines()) {
            parsed(mapper, text).ifPresent(line -> {
                switch (line) {
                    case Began began -> begun.put(began.id(), began);
                    case Ended end -> ended.put(end.id(), end);
                }
            });
        }
        var changes = new ArrayList<PastChange>();
        begun.values().forEach(line -> change(line, ended).ifPresent(changes::add));
        return List.copyOf(changes.reversed());
    }

    private static Optional<PastChange> change(Began line, Map<String, Ended> ends) {
        var end = ends.get(line.id());
        try {
            var began = Instant.parse(line.time());
            return Optional.of(new PastChange(
                    line.id(),
                    began,
                    new Request(line.user(), line.command(), line.reason()),
                    line.before(),
                    end == null ? unfinished(line.process(), began) : result(end.result()),
                    end == null ? null : Instant.parse(end.time()),
                    end == null ? null : end.message(),
                    end == null ? null : end.deployment()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A word that another version of hearth wrote says at least that the change came to its end. */
    private static Result result(String word) {
        for (var result : Result.values()) {
            if (result.word().equals(word)) {
                return result;
            }
        }
        return Result.DONE;
    }

    private static Result unfinished(long process, Instant began) {
        // A process with that id that is younger is another one.
        Predicate<Instant> isOlder = start -> !start.isAfter(began);
        return ProcessHandle.of(process)
                        .flatMap(handle -> handle.info().startInstant())
                        .filter(isOlder)
                        .isPresent()
                ? Result.RUNNING
                : Result.INTERRUPTED;
    }

    private List<String> lines() {
        try {
            // Bytes that are no text spoil their own line only.
            var bytes = Files.readAllBytes(directory.resolve(NAME));
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Line> parsed(JsonMapper mapper, String text) {
        try {
            return Optional.ofNullable(mapper.readValue(text, Line.class));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private void append(Line line) {
        try {
            var text = mapper().writeValueAsString(line) + "\n";
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            var file = directory.resolve(NAME);
            try (var channel = FileChannel.open(file, CREATE, READ, WRITE, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                var whole = endsInMidLine(channel) ? "\n" + text : text;
                channel.write(ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8)), channel.size());
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was being written when the power failed is left as it is, and the next line begins below it. */
    private static boolean endsInMidLine(FileChannel channel) throws IOException {
        var last = ByteBuffer.allocate(1);
        return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
    }

    private static JsonMapper mapper() {
        return new JsonMapper();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Began.class, name = "began"),
        @JsonSubTypes.Type(value = Ended.class, name = "ended"),
    })
    sealed interface Line {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Began(
            int schema,
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String time,
            long process,
            @JsonProperty(required = true) String user,
            @JsonProperty(required = true) String command,
            @Nullable String reason,
            @JsonProperty(required = true) List<Known> before)
            implements Line {
        Began {
            before = List.copyOf(before);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ended(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String time,
            @JsonProperty(required = true) String result,
            @Nullable String message,
            @Nullable String deployment)
            implements Line {}
}
