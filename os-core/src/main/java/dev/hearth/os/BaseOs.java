package dev.hearth.os;

import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.effect.Effect;
import dev.hearth.os.effect.Effects;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.tree.TreeDiff;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The base of a host, or of a sysroot in a directory: what its users ask of it. */
public final class BaseOs {
    private final OsEngine engine;
    private final History history;

    public BaseOs(OsEngine engine, History history) {
        this.engine = engine;
        this.history = history;
    }

    public OsStatus status() {
        return engine.status();
    }

    /** Finishes what was left to the shutdown; {@return the deployment that it was about, if any was} */
    public Optional<DeploymentId> finish(Consumer<OsEvent> events) {
        return engine.finish(events);
    }

    /** {@return the change that was left to a shutdown and did not come about, in words} */
    public Optional<String> unfinished() {
        return engine.unfinished();
    }

    /** Asks whether there is something newer; {@return what there is} */
    public Update check(boolean preview) {
        return engine.check(preview);
    }

    /** {@return what a change would take; nothing is changed} */
    public List<Step> plan(Change change) {
        return engine.plan(change);
    }

    /**
     * Makes a change, and keeps in the history who wanted it and what came of it.
     *
     * @throws dev.hearth.core.failure.Failure when it cannot be made; the default deployment is then what it was
     */
    public Outcome change(Change change, Request request, Consumer<OsEvent> events) {
        var before = engine.status();
        var open = begin(request, before.deployments(), events);
        try {
            var outcome = withEffect(engine.carryOut(change, events), before, events);
            open.ifPresent(entry -> end(() -> entry.end(outcome), events));
            return outcome;
        } catch (RuntimeException | Error e) {
            open.ifPresent(entry -> end(() -> entry.fail(e), events));
            throw e;
        }
    }

    /** What cannot be found out must not make a change that was made look like one that failed. */
    private Outcome withEffect(Outcome outcome, OsStatus before, Consumer<OsEvent> events) {
        var made = outcome.deployment();
        var present = new Succession(before).present();
        if (made == null || present.isEmpty() || present.get().id().equals(made)) {
            return outcome;
        }
        try {
            return engine.status().deployments().stream()
                    .filter(deployment -> deployment.id().equals(made))
                    .findFirst()
                    .map(deployment -> outcome.withEffect(effect(present.get(), deployment)))
                    .orElse(outcome);
        } catch (UncheckedIOException e) {
            events.accept(new OsEvent.Warned("What the change matters to cannot be told: " + e.getMessage()));
            return outcome;
        }
    }

    /** {@return what of the deployment that waits to be booted matters to what runs; empty when none waits} */
    public Optional<Effect> pendingEffect(OsStatus status) {
        return status.needsReboot()
                ? status.booted().flatMap(booted -> status.next().map(next -> effect(booted, next)))
                : Optional.empty();
    }

    private Effect effect(Deployment from, Deployment to) {
        return Effects.between(
                engine.root(from.id()),
                engine.root(to.id()),
                !from.kernelArguments().equals(to.kernelArguments()));
    }

    /** A full disk must not keep anybody from making room: then the change goes on without its line. */
    private Optional<History.Open> begin(Request request, List<Deployment> before, Consumer<OsEvent> events) {
        try {
            return Optional.of(history.begin(request, before));
        } catch (UncheckedIOException e) {
            events.accept(unwritten(e));
            return Optional.empty();
        }
    }

    private static void end(Runnable writing, Consumer<OsEvent> events) {
        try {
            writing.run();
        } catch (UncheckedIOException e) {
            events.accept(unwritten(e));
        }
    }

    private static OsEvent unwritten(UncheckedIOException e) {
        return new OsEvent.Warned("The history of the base cannot be written: "
                + Objects.requireNonNull(e.getCause()).getMessage());
    }

    /** {@return the same base, whose changes are made without looking first whether they would work} */
    public BaseOs withoutChecks() {
        return new BaseOs(engine.withoutChecks(), history);
    }

    /** {@return packages that could be layered, whose name or summary has all the words} */
    public List<FoundPackage> search(List<String> words) {
        return engine.search(words);
    }

    /** {@return what was done to the base, the newest first} */
    public List<PastChange> history() {
        return history.changes();
    }

    /**
     * {@return what differs between two deployments}
     *
     * @param from the place, version or checksum of one; absent for what is in use
     * @param to the same of the other; absent for what boots next, or what is in use when it came after the other
     * @throws NothingToCompare when there is only one deployment
     */
    public Difference diff(@Nullable String from, @Nullable String to) {
        var status = engine.status();
        var selection = new DeploymentSelection(status);
        if (from == null) {
            var step = new Succession(status).latest().orElseThrow(NothingToCompare::new);
            return difference(step.from(), step.to());
        }
        if (to != null) {
            return difference(selection.deployment(from), selection.deployment(to));
        }
        var present = new Succession(status).present().orElseThrow(NothingToCompare::new);
        return difference(present, selection.deployment(from));
    }

    private Difference difference(Deployment from, Deployment to) {
        return new Difference(
                from,
                to,
                PackageDiff.between(engine.packages(from.id()), engine.packages(to.id())),
                TreeDiff.between(usr(from), usr(to)),
                effect(from, to));
    }

    private Path usr(Deployment deployment) {
        var usr = engine.root(deployment.id()).resolve("usr");
        if (!Files.isDirectory(usr)) {
            throw new FilesMissing(deployment.id(), usr);
        }
        return usr;
    }
}
