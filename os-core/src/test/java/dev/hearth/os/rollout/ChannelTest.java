package dev.hearth.os.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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

    @Test
    void isIssuedLaterEachTime() {
        var issued = Channel.empty("stable").issued(RELEASED.plusNanos(1), new Lifetime.Unlimited());
        assertThat(issued.validity()).isEqualTo(new Validity(RELEASED, null));

        var putBack = RELEASED.minus(Duration.ofDays(1));
        var again = issued.releasing(NEXT).issued(putBack, new Lifetime.Limited(Duration.ofDays(7)));
        var time = RELEASED.plusSeconds(1);
        assertThat(again.validity()).isEqualTo(new Validity(time, time.plus(Duration.ofDays(7))));

        var later = RELEASED.plus(Duration.ofDays(1));
        assertThat(again.withdrawing(later, "no sound")
                        .issued(later, new Lifetime.AsBefore())
                        .validity())
                .isEqualTo(new Validity(later, later.plus(Duration.ofDays(7))));
    }

    @Test
    void isBelievedUntilItExpires() {
        var week = new Lifetime.Limited(Duration.ofDays(7));
        var end = RELEASED.plus(Duration.ofDays(7));
        var channel = Channel.empty("stable").issued(RELEASED, week);

        assertThatCode(() -> channel.requireUnexpired(end.minusNanos(1), "stable.json"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> channel.requireUnexpired(end, "stable.json"))
                .isInstanceOf(ChannelExpired.class)
                .hasMessage("'stable.json' expired at 2026-11-09T10:00:00Z, and may hide what was withdrawn since");
        assertThatCode(() -> Channel.empty("stable").requireUnexpired(Instant.MAX, "stable.json"))
                .doesNotThrowAnyException();
    }

    private static Release release(String commit, Duration window) {
        return new Release(commit, null, RELEASED, new RolloutWindow(RELEASED, window));
    }
}
