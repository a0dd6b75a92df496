package dev.hearth.os.health;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlFileUnreadable;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.NotBooted;
import dev.hearth.os.OsEvent;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Request;
import dev.hearth.os.health.HealthState.Judged;
import dev.hearth.os.health.HealthState.Rejected;
import dev.hearth.os.health.HealthState.Settled;
import dev.hearth.os.health.HealthState.Why;
import dev.hearth.os.health.Verdict.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Judges the boots of a machine, and goes back from a new version that does not work on it. */
public final class BootHealth {
    private final BaseOs os;
    private final HealthChecks checks;
    private final HealthStore store;
    private final Path root;
    private final InstantSource clock;

    /**
     * Judges a host's.
     *
     * @param root of its file system
     */
    public BootHealth(BaseOs os, HealthChecks checks, HealthStore store, Path root, InstantSource clock) {
        this.os = os;
        this.checks = checks;
        this.store = store;
        this.root = root;
        this.clock = clock;
    }

    /** One boot that is being judged. */
    private record Boot(String id, OsStatus status, Deployment booted, HealthConfiguration configuration) {}

    /**
     * Judges this boot: once, whatever asks for it.
     *
     * @param request who asks for what has to be done to the base
     * @param look whether the checks are run in any case, and nothing is done because something is wrong
     * @throws NotBooted when what runs is none of the base's deployments
     */
    public Verdict judge(Request request, boolean look, Consumer<OsEvent> events) {
        var status = os.status();
        var booted = status.booted().orElseThrow(NotBooted::new);
        var boot = new Boot(bootId(), status, booted, configuration(events));
        try (var lock = store.lock().orElse(null)) {
            return lock == null ? done("This boot is just being judged", 0, boot) : judge(boot, request, look, events);
        }
    }

    private Verdict judge(Boot boot, Request request, boolean look, Consumer<OsEvent> events) {
        var state = store.read()
                .of(boot.status().deployments().stream().map(Deployment::id).toList());
        var last = state.last();
        if (last != null && last.boot().equals(boot.id()) && !look) {
            return done("This boot was judged at " + last.time(), last.attempt(), boot);
        }
        // A deployment that was left may come again under its name, and then has all its tries.
        store.log().forget(each -> !each.equals(boot.booted().id().toString()));
        store.log().count(boot.id(), boot.booted().id());
        int before = store.log().triesBefore(boot.id(), boot.booted().id());
        var judgement = new Judgement(
                boot.status(),
                boot.booted(),
                state,
                before,
                boot.configuration().tries());
        var early = judgement.atOnce();
        if (early.isPresent() && !look) {
            return act(early.get(), boot, judgement, state, List.of(), request, events);
        }
        var results = checks.run(boot.configuration(), events);
        var known =
                state.with(new Judged(boot.id(), boot.booted().id().toString(), now(), judgement.attempt(), results));
        store.write(known);
        var decision = judgement.after(results);
        return look && !(decision instanceof Judgement.Decision.Settle)
                ? verdict(Kind.FAILING, judgement, results, "Something is wrong", false)
                : act(decision, boot, judgement, known, results, request, events);
    }

    private Verdict act(
            Judgement.Decision decision,
            Boot boot,
            Judgement judgement,
            HealthState state,
            List<CheckResult> results,
            Request request,
            Consumer<OsEvent> events) {
        return switch (decision) {
            case Judgement.Decision.Settle() -> settle(boot, judgement, state, results);
            case Judgement.Decision.Tell() ->
                verdict(
                        Kind.FAILING,
                        judgement,
                        results,
                        "Something is wrong with this deployment, which was kept before and is kept on",
                        false);
            case Judgement.Decision.TryAgain(int attempt) ->
                verdict(
                        Kind.TRYING,
                        judgement,
                        results,
                        "This was try " + attempt + " of " + judgement.tries() + " of this deployment",
                        boot.configuration().reboot());
            case Judgement.Decision.Stay(var reason) -> stay(boot, judgement, state, results, reason);
            case Judgement.Decision.BringBack(var to, var reason) ->
                bringBack(boot, judgement, state, results, to, reason, request, events);
        };
    }

    private Verdict settle(Boot boot, Judgement judgement, HealthState state, List<CheckResult> results) {
        var id = boot.booted().id();
        boolean healthyBefore =
                state.settled(id).filter(each -> each.why() == Why.HEALTHY).isPresent();
        if (!healthyBefore) {
            store.write(state.with(new Settled(id.toString(), Why.HEALTHY, now())));
        }
        store.log().forget(each -> each.equals(id.toString()));
        return verdict(Kind.HEALTHY, judgement, results, "This boot is healthy", false);
    }

    /** It is settled by that: a machine must neither reboot for ever nor try in each boot what cannot be done. */
    private Verdict stay(Boot boot, Judgement judgement, HealthState state, List<CheckResult> results, String reason) {
        var id = boot.booted().id().toString();
        if (!boot.status().needsReboot()) {
            store.write(state.with(new Settled(id, Why.NO_WAY_BACK, now())));
            store.log().forget(id::equals);
        }
        return verdict(
                Kind.FAILING,
                judgement,
                results,
                "This deployment failed in " + judgement.tries() + " boots and is kept: " + reason,
                false);
    }

    /** What is known is written first: a machine that loses power in between does it once more, or is there already. */
    private Verdict bringBack(
            Boot boot,
            Judgement judgement,
            HealthState state,
            List<CheckResult> results,
            Deployment to,
            String reason,
            Request request,
            Consumer<OsEvent> events) {
        var rejected = rejected(boot.booted(), to, reason);
        var known = state.with(rejected);
        var target = to.id();
        store.write(
                known.settled(target).isPresent()
                        ? known
                        : known.with(new Settled(target.toString(), Why.BROUGHT_BACK, now())));
        try {
            os.change(
                    new Change.Rollback(Change.Configuration.OLD),
                    new Request(request.user(), request.command(), reason),
                    events);
        } catch (Failure | UncheckedIOException e) {
            var why = e instanceof Failure failure ? failure.message() : String.valueOf(e.getMessage());
            store.write(state.with(rejected.failed(why)));
            return verdict(
                    Kind.FAILING, judgement, results, "The deployment before cannot be brought back: " + why, false);
        }
        store.log().forget(boot.booted().id().toString()::equals);
        return verdict(
                Kind.BROUGHT_BACK,
                judgement,
                results,
                "The deployment before boots next: " + reason,
                boot.configuration().reboot());
    }

    /** The base is not at fault where the older deployment has the same one. */
    private Rejected rejected(Deployment left, Deployment to, String reason) {
        var commit = left.origin().checksum();
        return new Rejected(
                left.id().toString(),
                commit.equals(to.origin().checksum()) ? null : commit,
                left.commit().version(),
                now(),
                reason,
                to.id().toString(),
                null);
    }

    private static Verdict verdict(
            Kind kind, Judgement judgement, List<CheckResult> results, String sentence, boolean reboot) {
        return new Verdict(kind, judgement.attempt(), judgement.tries(), results, sentence, reboot);
    }

    private static Verdict done(String sentence, int attempt, Boot boot) {
        return new Verdict(Kind.DONE, attempt, boot.configuration().tries(), List.of(), sentence, false);
    }

    /** What cannot be understood must not keep a boot from being judged. */
    private HealthConfiguration configuration(Consumer<OsEvent> events) {
        try {
            return HealthConfiguration.read(root);
        } catch (YamlError | YamlFileUnreadable e) {
            events.accept(new OsEvent.Warned(e.message() + "; what is usual is done instead"));
            return HealthConfiguration.USUAL;
        }
    }

    /** Has the deployment that runs count as one that works, as it was used before anybody looked. */
    public void trustBooted() {
        var state = store.read();
        os.status()
                .booted()
                .filter(booted -> state.settled(booted.id()).isEmpty())
                .ifPresent(
                        booted -> store.write(state.with(new Settled(booted.id().toString(), Why.IN_USE, now()))));
    }

    /** Has nothing known against any deployment any more; {@return what was} */
    public List<Rejected> forgive() {
        var state = store.read();
        if (!state.rejected().isEmpty()) {
            store.write(state.forgiving());
        }
        return state.rejected();
    }

    /** {@return how it stands with what runs} */
    public HealthReport report(OsStatus status) {
        var state = store.read();
        var booted = status.booted().orElse(null);
        return HealthReport.of(state, booted, tries(booted), allowed(), checks.programs());
    }

    private int allowed() {
        return configuration(_ -> {}).tries();
    }

    private int tries(@Nullable Deployment booted) {
        return booted == null ? 0 : store.log().triesBefore("", booted.id());
    }

    /** {@return why a commit is not to be taken again by itself} */
    public Optional<Rejected> rejected(String commit) {
        return store.read().rejected(commit);
    }

    private String bootId() {
        try {
            return Files.readString(root.resolve("proc/sys/kernel/random/boot_id"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String now() {
        return clock.instant().toString();
    }
}
