package dev.hearth.os.rollout;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.schema.Schema;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.rollout.Channel.Release;
import dev.hearth.os.rollout.Channel.Withdrawal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A channel as the file that is published and signed. */
public final class ChannelText {
    private static final Schema SCHEMA = new Schema(1, "0.1.0");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{64}");
    private static final long LONGEST = Duration.ofDays(3650).toSeconds();

    private ChannelText() {}

    /** {@return the text of a channel} */
    public static String of(Channel channel) {
        try {
            return JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(Written.of(channel))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a channel that is no JSON: " + channel, e);
        }
    }

    /**
     * {@return the channel that a text means}
     *
     * @param name that it has to have: what is signed for one channel is not taken for another
     * @param place names the file in messages
     * @throws MalformedChannel when it means none
     */
    public static Channel parse(String text, String name, String place) {
        try {
            return read(new JsonMapper().readValue(text, Written.class), name, place);
        } catch (JsonProcessingException e) {
            throw new MalformedChannel(place, "it is no JSON that says what a channel's does");
        }
    }

    /** {@return the channel that something written means; as for {@link #parse}} */
    static Channel read(Written written, String name, String place) {
        SCHEMA.check("'" + place + "'", written.schema(), written.since());
        if (!written.channel().equals(name)) {
            throw new MalformedChannel(place, "it is about another channel");
        }
        try {
            return new Channel(
                    name,
                    Optional.ofNullable(written.release())
                            .map(WrittenRelease::read)
                            .orElse(null),
                    written.earlier().stream().map(WrittenRelease::read).toList(),
                    written.withdrawn().stream().map(WrittenWithdrawal::read).toList(),
                    written.validity());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedChannel(place, String.valueOf(e.getMessage()));
        }
    }

    private static String commit(String text) {
        if (!COMMIT.matcher(text).matches()) {
            throw new IllegalArgumentException("a checksum in it is none");
        }
        return text;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Written(
            int schema,
            @Nullable String since,
            @JsonProperty(required = true) String channel,
            @Nullable String issued,
            @Nullable String expires,
            @Nullable WrittenRelease release,
            @JsonProperty(required = true) List<WrittenRelease> earlier,
            @JsonProperty(required = true) List<WrittenWithdrawal> withdrawn) {
        static Written of(Channel channel) {
            var validity = channel.validity();
            return new Written(
                    SCHEMA.number(),
                    SCHEMA.since(),
                    channel.name(),
                    validity == null ? null : validity.issued().toString(),
                    Optional.ofNullable(validity)
                            .map(Validity::expires)
                            .map(Instant::toString)
                            .orElse(null),
                    Optional.ofNullable(channel.release())
                            .map(WrittenRelease::of)
                            .orElse(null),
                    channel.earlier().stream().map(WrittenRelease::of).toList(),
                    channel.withdrawn().stream().map(WrittenWithdrawal::of).toList());
        }

        @Nullable Validity validity() {
            if (issued == null && expires != null) {
                throw new IllegalArgumentException("it expires, and does not say when it was issued");
            }
            return issued == null
                    ? null
                    : new Validity(Instant.parse(issued), expires == null ? null : Instant.parse(expires));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record WrittenRelease(
            @JsonProperty(required = true) String commit,
            @Nullable String version,
            @JsonProperty(required = true) String time,
            @JsonProperty(required = true) String start,
            @JsonProperty(required = true) long seconds) {
        static WrittenRelease of(Release release) {
            return new WrittenRelease(
                    release.commit(),
                    release.version(),
                    release.time().toString(),
                    release.window().start().toString(),
                    release.window().duration().toSeconds());
        }

        Release read() {
            if (seconds < 0 || seconds > LONGEST) {
                throw new IllegalArgumentException("a window in it is longer than ten years");
            }
            var window = new RolloutWindow(Instant.parse(start), Duration.ofSeconds(seconds));
            return new Release(ChannelText.commit(commit), version, Instant.parse(time), window);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record WrittenWithdrawal(
            @JsonProperty(required = true) String commit,
            @Nullable String version,
            @JsonProperty(required = true) String time,
            @JsonProperty(required = true) String reason) {
        static WrittenWithdrawal of(Withdrawal withdrawal) {
            return new WrittenWithdrawal(
                    withdrawal.commit(), withdrawal.version(), withdrawal.time().toString(), withdrawal.reason());
        }

        Withdrawal read() {
            return new Withdrawal(ChannelText.commit(commit), version, Instant.parse(time), reason);
        }
    }
}
