package dev.hearth.os.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.os.RolloutWindow;
import dev.hearth.os.rollout.Channel.Advice;
import dev.hearth.os.rollout.Channel.Release;
import dev.hearth.os.rollout.Channel.Withdrawal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private static final Instant RELEASED = Instant.parse("2026-11-02T10:00:00Z");
    private static final Release GOOD = release("good", Duration.ZERO);
    private static final Release NEXT = release("next", Duration.ofDays(2));
    private static final Withdrawal BAD = new Withdrawal("bad", "3", RELEASED, "it does not boot");

    @Test
    void givesEachMachineItsTurn() {
        var channel = new Channel("stable", NEXT, List.of(), List.of());

        assertThat(channel.advise("good", 0, RELEASED)).isEqualTo(new Advice.Take(NEXT));
        assertThat(channel.advise("good", 0.5, RELEASED))
                .isEqualTo(new Advice.Wait(NEXT, RELEASED.plus(Duration.ofDays(1))));
        assertThat(channel.advise("good", 0.5, RELEASED.plus(Duration.ofDays(1))))
                .isEqualTo(new Advice.Take(NEXT));
        assertThat(channel.advise("good", 1, RELEASED.plus(Duration.ofDays(2)))).isEqualTo(new Advice.Take(NEXT));
    }

    @Test
    void leavesAMachineAloneThatHasTheRelease() {
        assertThat(new Channel("stable", NEXT, List.of(), List.of()).advise("next", 0, RELEASED))
                .isEqualTo(new Advice.Stay());
        assertThat(Channel.empty("stable").advise("any", 0, RELEASED)).isEqualTo(new Advice.Stay());
    }

    @Test
    void sendsBackWhoHasWhatWasWithdrawnWithoutATurn() {
        assertThat(new Channel("stable", NEXT, List.of(), List.of(BAD)).advise("bad", 1, RELEASED))
                .isEqualTo(new Advice.GoBack(BAD, NEXT));
        assertThat(new Channel("stable", GOOD, List.of(), List.of(BAD)).advise("good", 1, RELEASED))
                .isEqualTo(new Advice.Stay());
        assertThat(new Channel("stable", null, List.of(), List.of(BAD)).advise("bad", 1, RELEASED))
                .isEqualTo(new Advice.GoBack(BAD, null));
    }

    @Test
    void goesBackToTheReleaseBefore() {
        var channel = Channel.empty("stable").releasing(GOOD).releasing(NEXT);
        assertThat(channel.release()).isEqualTo(NEXT);
        assertThat(channel.earlier()).containsExactly(GOOD);

        var withdrawn = channel.withdrawing(RELEASED, "no sound");

        assertThat(withdrawn.release()).isNotNull();
        assertThat(withdrawn.advise("next", 1, RELEASED))
                .isEqualTo(new Advice.GoBack(
                        new Withdrawal("next", null, RELEASED, "no sound"), release("good", Duration.ZERO)));
        assertThat(withdrawn.advise("good", 1, RELEASED)).isEqualTo(new Advice.Stay());
        assertThat(withdrawn.withdrawing(RELEASED, "worse").release()).isNull();
        assertThatThrownBy(() -> Channel.empty("stable").withdrawing(RELEASED, ""))
                .isInstanceOf(NothingReleased.class);
    }

    @Test
    void remembersTenReleases() {
        var channel = Channel.empty("stable");
        for (int i = 0; i < 20; i++) {
            channel = channel.releasing(release("r" + i, Duration.ZERO));
        }

        assertThat(channel.earlier()).hasSize(10).first().isEqualTo(release("r18", Duration.ZERO));
        assertThat(channel.releasing(release("r19", Duration.ofDays(1))).earlier())
                .isEqualTo(channel.earlier());
    }

    private static Release release(String commit, Duration window) {
        return new Release(commit, null, RELEASED, new RolloutWindow(RELEASED, window));
    }
}
