package dev.hearth.os.auto;

import dev.hearth.core.process.Processes;
import dev.hearth.os.Change;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEvent;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Outcome;
import dev.hearth.os.Step;
import dev.hearth.os.Update;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.Actions;
import dev.hearth.os.program.Comparison;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The engine of a host that brings no timer of its own, with hearth's. */
public final class SelfUpdating implements OsEngine {
    private final OsEngine engine;
    private final OwnTimer timer;
    private final Actions actions;

    public SelfUpdating(OsEngine engine, OwnTimer timer, Processes processes) {
        this(
                engine,
                timer,
                new Actions(processes, finished -> finished.orThrow().succeeded()));
    }

    private SelfUpdating(OsEngine engine, OwnTimer timer, Actions actions) {
        this.engine = engine;
        this.timer = timer;
        this.actions = actions;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public OsStatus status() {
        return engine.status().with(timer.current());
    }

    @Override
    public List<Step> plan(Change change) {
        return change instanceof Change.Automatic automatic
                ? timer.actions(automatic).stream().map(Action::step).toList()
                : engine.plan(change);
    }

    @Override
    public Outcome carryOut(Change change, Consumer<OsEvent> events) {
        if (!(change instanceof Change.Automatic automatic)) {
            return engine.carryOut(change, events);
        }
        var before = status();
        return actions.perform(timer.actions(automatic), events)
                ? new Comparison(before, status()).outcome(change, PackageDiff.NONE)
                : Comparison.unchanged(change);
    }

    @Override
    public OsEngine withoutChecks() {
        return new SelfUpdating(engine.withoutChecks(), timer, actions);
    }

    @Override
    public Optional<DeploymentId> finish(Consumer<OsEvent> events) {
        return engine.finish(events);
    }

    @Override
    public boolean mergesAtShutdown() {
        return engine.mergesAtShutdown();
    }

    @Override
    public Optional<String> unfinished() {
        return engine.unfinished();
    }

    @Override
    public Update check(boolean preview) {
        return engine.check(preview);
    }

    @Override
    public List<FoundPackage> search(List<String> words) {
        return engine.search(words);
    }

    @Override
    public InstalledPackages packages(DeploymentId deployment) {
        return engine.packages(deployment);
    }

    @Override
    public Path root(DeploymentId deployment) {
        return engine.root(deployment);
    }
}
