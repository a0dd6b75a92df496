package dev.hearth.os.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.schema.NewerSchema;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.rollout.Channel.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelTextTest {
    private static final Instant TIME = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void readsWhatItWrites() {
        var channel = Channel.empty("stable")
                .releasing(release('a'))
                .releasing(release('b'))
                .releasing(release('c'))
                .withdrawing(TIME, "it does not boot");

        assertThat(parse(ChannelText.of(channel))).isEqualTo(channel);
        for (var lifetime : List.of(new Lifetime.Unlimited(), new Lifetime.Limited(Duration.ofDays(7)))) {
            var issued = channel.issued(TIME, lifetime);
            assertThat(parse(ChannelText.of(issued))).isEqualTo(issued);
        }
        assertThat(parse(ChannelText.of(Channel.empty("stable")))).isEqualTo(Channel.empty("stable"));
    }

    @Test
    void readsWhatAnEarlierHearthWrote() {
        assertThat(parse("""
                {"schema": 1, "since": "0.1.0", "channel": "stable", "release": null, "earlier": [], "withdrawn": []}
                """)).isEqualTo(Channel.empty("stable"));
    }

    @Test
    void refusesWhatIsSignedForAnotherChannel() {
        assertThatThrownBy(() -> parse(ChannelText.of(Channel.empty("testing"))))
                .isInstanceOf(MalformedChannel.class)
                .hasMessageContaining("about another channel");
    }

    @Test
    void refusesWhatMeansNothing() {
        var text = ChannelText.of(Channel.empty("stable").releasing(release('a')));

        assertThatThrownBy(() -> parse("")).isInstanceOf(MalformedChannel.class);
        assertThatThrownBy(() -> parse(text.replace("aaaa", "xxxx"))).isInstanceOf(MalformedChannel.class);
        assertThatThrownBy(() -> parse(text.replace("2026-", "in "))).isInstanceOf(MalformedChannel.class);
        assertThatThrownBy(() -> parse(text.replace(": 86400", ": -1"))).isInstanceOf(MalformedChannel.class);
        assertThatThrownBy(() -> parse(text.replace("\"expires\" : null", "\"expires\" : \"" + TIME + "\"")))
                .isInstanceOf(MalformedChannel.class)
                .hasMessageContaining("does not say when it was issued");
    }

    @Test
    void saysWhichHearthALaterFormTakes() {
        var text = ChannelText.of(Channel.empty("stable"));

        assertThatThrownBy(() -> parse(text.replace("\"schema\" : 1", "\"schema\" : 2")))
                .isInstanceOf(NewerSchema.class);
    }

    private static Channel parse(String text) {
        return ChannelText.parse(text, "stable", "stable.json");
    }

    private static Release release(char digit) {
        var commit = String.valueOf(digit).repeat(64);
        return new Release(commit, "1." + digit, TIME, new RolloutWindow(TIME, Duration.ofDays(1)));
    }
}
