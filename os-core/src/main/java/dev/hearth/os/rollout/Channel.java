package dev.hearth.os.rollout;

import dev.hearth.os.RolloutWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of releases that machines follow.
 *
 * @param release what they are to have; absent when nothing was released, or there is nothing to go back to
 * @param earlier what they were to have before, the latest first
 * @param withdrawn what nobody is to have any more, the latest first
 * @param validity when it was issued; absent before it was, and where an earlier hearth did
 */
public record Channel(
        String name,
        @Nullable Release release,
        List<Release> earlier,
        List<Withdrawal> withdrawn,
        @Nullable Validity validity) {
    /** How many releases it remembers. */
    private static final int REMEMBERED = 10;

    public Channel {
        earlier = List.copyOf(earlier);
        withdrawn = List.copyOf(withdrawn);
    }

    /** One that was not issued yet. */
    public Channel(String name, @Nullable Release release, List<Release> earlier, List<Withdrawal> withdrawn) {
        this(name, release, earlier, withdrawn, null);
    }

    /**
     * A commit that was released.
     *
     * @param version what people call it
     * @param window over which time the machines take it
     */
    public record Release(String commit, @Nullable String version, Instant time, RolloutWindow window) {}

    /** A release that was taken back, and why. */
    public record Withdrawal(String commit, @Nullable String version, Instant time, String reason) {}

    /** What a channel has a machine do. */
    public sealed interface Advice {

        /** It has what it is to have, or there is nothing for it. */
        record Stay() implements Advice {}

        /** It is its turn to take the release. */
        record Take(Release release) implements Advice {}

        /** The release is for it, and its turn is to come. */
        record Wait(Release release, Instant turn) implements Advice {}

        /**
         * What it has was withdrawn.
         *
         * @param to what it is to have instead; absent when it has to find that by itself
         */
        record GoBack(Withdrawal withdrawn, @Nullable Release to) implements Advice {}
    }

    /** {@return a channel in which nothing was released yet} */
    public static Channel empty(String name) {
        return new Channel(name, null, List.of(), List.of());
    }

    /**
     * {@return what a machine is to do; decided by nothing but these}
     *
     * @param deployed the commit that it has, below all layers
     * @param fraction where it stands among all in this release, from 0 for the first to 1 for the last
     */
    public Advice advise(String deployed, double fraction, Instant now) {
        var bad = withdrawal(deployed);
        if (bad.isPresent()) {
            // Nobody waits for a turn with something that is known to be bad.
            return new Advice.GoBack(bad.get(), release);
        }
        if (release == null || release.commit().equals(deployed)) {
            return new Advice.Stay();
        }
        var turn = release.window().turn(fraction);
        return now.isBefore(turn) ? new Advice.Wait(release, turn) : new Advice.Take(release);
    }

    /** {@return how a commit was withdrawn; empty when it was not} */
    public Optional<Withdrawal> withdrawal(String commit) {
        for (var each : withdrawn) {
            if (each.commit().equals(commit)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** {@return the channel with something new for its machines} */
    public Channel releasing(Release next) {
        var before = new ArrayList<Release>();
        if (release != null && !release.commit().equals(next.commit())) {
            before.add(release);
        }
        earlier.stream().filter(each -> !each.commit().equals(next.commit())).forEach(before::add);
        return new Channel(name, next, before.subList(0, Math.min(before.size(), REMEMBERED)), withdrawn, validity);
    }

    /**
     * {@return the channel without its release, with the one before that was not withdrawn in its place}
     *
     * @throws NothingReleased when it has none
     */
    public Channel withdrawing(Instant now, String reason) {
        if (release == null) {
            throw new NothingReleased(name);
        }
        var bad = new ArrayList<Withdrawal>();
        bad.add(new Withdrawal(release.commit(), release.version(), now, reason));
        bad.addAll(withdrawn);
        var present = earlier.isEmpty() ? null : earlier.getFirst();
        // Those that have it already are the many: there is nothing to spread over time.
        var back = present == null
                ? null
                : new Release(
                        present.commit(), present.version(), present.time(), new RolloutWindow(now, Duration.ZERO));
        return new Channel(name, back, earlier.isEmpty() ? earlier : earlier.subList(1, earlier.size()), bad, validity);
    }

    /** {@return the same, issued anew: after the time before, also where the clock was put back} */
    public Channel issued(Instant now, Lifetime lifetime) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var time = validity == null || second.isAfter(validity.issued())
                ? second
                : validity.issued().plusSeconds(1);
        var span = lifetime.span(validity);
        return new Channel(
                name, release, earlier, withdrawn, new Validity(time, span == null ? null : time.plus(span)));
    }

    /**
     * Makes sure that it may still be believed.
     *
     * @param place names it in messages
     * @throws ChannelExpired when it had to be issued anew by now
     */
    public void requireUnexpired(Instant now, String place) {
        var expires = validity == null ? null : validity.expires();
        if (expires != null && !now.isBefore(expires)) {
            throw new ChannelExpired(place, expires);
        }
    }
}
