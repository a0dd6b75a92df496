package dev.hearth.os.rollout;

import dev.hearth.os.RolloutWindow;
import dev.hearth.os.rollout.Channel.Advice;
import dev.hearth.os.rollout.Channel.Release;
import dev.hearth.os.rollout.Channel.Withdrawal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Plays a bad release through on many machines, which decide by the very code that real ones do.
 *
 * <p>What a machine draws by chance depends on the seed, the machine and the visit alone, so that it is the same with and
 * without a withdrawal.
 */
public final class Simulation {
    private static final String OLD = "old";
    private static final String NEW = "new";
    /** Machines come at chance times up to their timer's delay; two rounds of visits show the last ones going back. */
    private static final int ROUNDS_AFTER = 3;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long BREAKS = -1;
    private static final long REPORTS = -2;

    private final Scenario scenario;
    private final Visits visits;
    private final Channel released;

    private Simulation(Scenario scenario, Visits visits) {
        this.scenario = scenario;
        this.visits = visits;
        var window = new RolloutWindow(scenario.released(), scenario.window());
        released = new Channel("simulated", new Release(NEW, null, scenario.released(), window), List.of(), List.of());
    }

    /** {@return what a scenario comes to with machines that look for updates by hearth's own timer} */
    public static Played play(Scenario scenario) {
        return new Simulation(scenario, Visits.OF_THE_TIMER).run();
    }

    private Played run() {
        var stop = stop();
        var withdrawn = withdrawn(stop);
        var end = (stop == null ? scenario.released().plus(scenario.window()) : stop)
                .plus(visits.every().multipliedBy(ROUNDS_AFTER));
        int minutes = minute(end) + 1;
        var looks = new int[minutes];
        var fetches = new int[minutes];
        int took = 0;
        int broken = 0;
        var back = Duration.ZERO;
        long first = visits.number(scenario.released());
        long last = visits.number(end);
        for (int machine = 0; machine < scenario.machines(); machine++) {
            double fraction = fraction(machine);
            var deployed = OLD;
            for (long visit = first; visit <= last; visit++) {
                var now = visits.at(visit, chance(machine, visit));
                if (now.isBefore(scenario.released()) || !now.isBefore(end)) {
                    continue;
                }
                looks[minute(now)]++;
                var channel = stop == null || now.isBefore(stop) ? released : withdrawn;
                switch (channel.advise(deployed, fraction, now)) {
                    case Advice.Take _ -> {
                        deployed = NEW;
                        fetches[minute(now)]++;
                        took++;
                        broken += isBroken(machine) ? 1 : 0;
                    }
                    case Advice.GoBack _ -> {
                        deployed = OLD;
                        back = longer(back, Duration.between(stop, now));
                    }
                    case Advice.Stay _, Advice.Wait _ -> {}
                }
            }
        }
        return new Played(
                scenario,
                stop == null ? null : Duration.between(scenario.released(), stop),
                took,
                broken,
                highest(fetches),
                highest(looks) / 60.0,
                stop == null ? null : back);
    }

    /** When the provider withdraws it; only machines that are broken, and told of, have a part in that. */
    private @Nullable Instant stop() {
        var earliest = new PriorityQueue<Instant>((one, other) -> other.compareTo(one));
        for (int machine = 0; machine < scenario.machines(); machine++) {
            if (isBroken(machine) && chance(machine, REPORTS) < scenario.reported()) {
                earliest.add(taken(machine).plus(scenario.reportAfter()));
                if (earliest.size() > scenario.reports()) {
                    earliest.remove();
                }
            }
        }
        return earliest.size() < scenario.reports() ? null : earliest.element().plus(scenario.reaction());
    }

    /** When a machine takes it, if nobody stops it. */
    private Instant taken(int machine) {
        double fraction = fraction(machine);
        long visit = visits.number(scenario.released());
        while (true) {
            var now = visits.at(visit, chance(machine, visit));
            if (!now.isBefore(scenario.released()) && released.advise(OLD, fraction, now) instanceof Advice.Take) {
                return now;
            }
            visit++;
        }
    }

    private Channel withdrawn(@Nullable Instant stop) {
        var time = stop == null ? Instant.MAX : stop;
        var bad = new Withdrawal(NEW, null, time, "it breaks machines");
        var start = new RolloutWindow(Instant.EPOCH, Duration.ZERO);
        return new Channel("simulated", new Release(OLD, null, Instant.EPOCH, start), List.of(), List.of(bad));
    }

    private double fraction(int machine) {
        long high = mixed(scenario.seed() + machine * GOLDEN);
        return MachineFraction.of("%016x%016x".formatted(high, mixed(high)), NEW)
                .value();
    }

    private boolean isBroken(int machine) {
        return chance(machine, BREAKS) < scenario.breaks();
    }

    private int minute(Instant moment) {
        return (int) Duration.between(scenario.released(), moment).toMinutes();
    }

    private double chance(long machine, long draw) {
        return (mixed(mixed(scenario.seed() + machine * GOLDEN) + draw * GOLDEN) >>> 11) * 0x1p-53;
    }

    /** SplitMix64's finalizer: near numbers become ones that have nothing in common. */
    private static long mixed(long number) {
        long one = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        long two = (one ^ (one >>> 27)) * 0x94D049BB133111EBL;
        return two ^ (two >>> 31);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static int highest(int[] counts) {
        int highest = 0;
        for (int count : counts) {
            highest = Math.max(highest, count);
        }
        return highest;
    }
}
