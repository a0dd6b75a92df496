package dev.hearth.os.rollout;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.files.DurableFiles;
import dev.hearth.core.lock.ExclusiveLock;
import dev.hearth.core.schema.NewerSchema;
import dev.hearth.core.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a machine read last of each channel, so that nobody can show it an older state, and so that it knows without
 * a network what was withdrawn.
 *
 * <p>Everybody may read it, as the provider's site says the same to everybody.
 */
public final class ChannelStore {
    private static final Schema SCHEMA = new Schema(1, "0.1.0");
    /** Another one writes a small file. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;

    /** Keeps it in a directory of its own. */
    public ChannelStore(Path directory) {
        this.directory = directory;
    }

    /**
     * {@return what is known of a channel; empty where that is nothing, or cannot be understood}
     *
     * @param followed the channel as machines name it: {@code REMOTE:CHANNEL}
     */
    public Optional<KnownChannel> read(String followed) {
        var file = file(followed);
        try {
            var kept = new JsonMapper().readValue(Files.readString(file), Kept.class);
            SCHEMA.check("'" + file + "'", kept.schema(), kept.since());
            return Optional.of(new KnownChannel(
                    ChannelText.read(kept.channel(), kept.channel().channel(), file.toString()),
                    Instant.parse(kept.learnt())));
        } catch (NoSuchFileException | JsonProcessingException | DateTimeException | MalformedChannel | NewerSchema _) {
            // What nobody can read must not keep a machine from being shown, or from reading anew.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps what was just read in place of what was known.
     *
     * @param place names what was read in messages
     * @throws ChannelReplayed when what was known was issued later
     */
    public void keep(String followed, Channel channel, Instant now, String place) {
        DurableFiles.directory(directory);
        try (var _ = ExclusiveLock.acquire(
                directory.resolve("lock"), "'" + directory + "'", "hearth os", PATIENCE, _ -> {})) {
            requireNotReplayed(followed, channel, place);
            write(followed, new KnownChannel(channel, now.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    /**
     * Makes sure that what was just read is no older than what is known.
     *
     * @param place names what was read in messages
     * @throws ChannelReplayed when it is
     */
    public void requireNotReplayed(String followed, Channel channel, String place) {
        var known = read(followed).map(KnownChannel::channel).map(Channel::validity);
        if (known.isPresent() && Validity.isEarlier(channel.validity(), known.get())) {
            throw new ChannelReplayed(place, known.get().issued(), file(followed));
        }
    }

    private void write(String followed, KnownChannel known) {
        var kept = new Kept(
                SCHEMA.number(), SCHEMA.since(), known.learnt().toString(), ChannelText.Written.of(known.channel()));
        try {
            DurableFiles.write(file(followed), new JsonMapper().writeValueAsString(kept) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a channel that is no JSON: " + known, e);
        }
    }

    /** {@return where what is known of a channel is kept} */
    public Path file(String followed) {
        return directory.resolve(followed + ".json");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Kept(
            int schema,
            @Nullable String since,
            @JsonProperty(required = true) String learnt,
            @JsonProperty(required = true) ChannelText.Written channel) {}
}
