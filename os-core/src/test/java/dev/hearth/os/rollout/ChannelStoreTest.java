package dev.hearth.os.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelStoreTest {
    private static final String FOLLOWED = "up:stable";
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Channel ISSUED = Channel.empty("stable").issued(NOW, new Lifetime.Unlimited());
    private static final Channel LATER = ISSUED.issued(NOW.plusSeconds(60), new Lifetime.AsBefore());

    @TempDir
    private Path directory;

    private ChannelStore store;

    @BeforeEach
    void make() {
        store = new ChannelStore(directory.resolve("channels"));
    }

    @Test
    void knowsWhatWasReadLast() throws IOException {
        assertThat(store.read(FOLLOWED)).isEmpty();

        keep(ISSUED);
        keep(LATER);

        assertThat(store.read(FOLLOWED)).contains(new KnownChannel(LATER, NOW));
        assertThat(store.read("other:stable")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.file(FOLLOWED))))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void takesNothingOlder() {
        keep(LATER);
        keep(LATER);

        for (var older : List.of(ISSUED, Channel.empty("stable"))) {
            assertThatThrownBy(() -> keep(older))
                    .isInstanceOf(ChannelReplayed.class)
                    .hasMessage("'stable.json' is older than what this machine read of the channel before,"
                            + " which was issued at 2026-11-21T10:01:00Z");
            assertThatThrownBy(() -> store.requireNotReplayed(FOLLOWED, older, "stable.json"))
                    .isInstanceOf(ChannelReplayed.class);
        }
        assertThat(store.read(FOLLOWED)).contains(new KnownChannel(LATER, NOW));
    }

    @Test
    void takesAnythingAfterWhatDoesNotSayWhenItWasIssued() {
        keep(Channel.empty("stable"));
        keep(Channel.empty("stable"));
        keep(ISSUED);

        assertThat(store.read(FOLLOWED)).contains(new KnownChannel(ISSUED, NOW));
    }

    @Test
    void knowsNothingWhereItCannotBeUnderstood() throws IOException {
        keep(LATER);
        var text = Files.readString(store.file(FOLLOWED));
        for (var damaged : List.of(
                "",
                text.substring(0, text.length() / 2),
                text.replace("2026-11-21T10:00:00Z", "yesterday"),
                text.replace("\"schema\":1", "\"schema\":2"))) {
            Files.writeString(store.file(FOLLOWED), damaged);
            assertThat(store.read(FOLLOWED)).isEmpty();
        }

        keep(ISSUED);
        assertThat(store.read(FOLLOWED)).isPresent();
    }

    private void keep(Channel channel) {
        store.keep(FOLLOWED, channel, NOW.plusNanos(1), "stable.json");
    }
}
