package dev.hearth.os.layer;

import dev.hearth.core.process.Processes;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Lays packages onto base trees.
 *
 * <p>A tree is a checkout whose files are links to those of the base: it has {@code usr/etc} for {@code etc}, and an
 * empty {@code var}. None of its files is written to; those that change are exchanged. Whatever package scripts do, they
 * do to an overlay over the tree.
 */
public final class Layers {
    private final Processes processes;
    private final LayerCache cache;
    private final Network network;
    private final SandboxLimits limits;

    public Layers(Processes processes, LayerCache cache, Network network, SandboxLimits limits) {
        this.processes = processes;
        this.cache = cache;
        this.network = network;
        this.limits = limits;
    }

    /**
     * Works out what a request would do; fetches no package, and leaves the tree as it is.
     *
     * @param work a private directory on the tree's file system, emptied before and after
     */
    public Resolution resolve(
            Path tree, Path work, Sources sources, LayerRequest request, Consumer<LayerEvent> events) {
        try (var opened = LayerWork.open(work, tree)) {
            return run(opened.sandbox(), sources, request, events).resolve();
        }
    }

    /**
     * Carries a request out on a tree. A tree for which this fails is of no further use.
     *
     * @param work a private directory on the tree's file system, emptied before and after
     * @return what was done; the tree is then ready to be committed
     */
    public Layered apply(Path tree, Path work, Sources sources, LayerRequest request, Consumer<LayerEvent> events) {
        try (var opened = LayerWork.open(work, tree)) {
            return run(opened.sandbox(), sources, request, events).apply();
        } finally {
            cache.trim();
        }
    }

    private LayerRun run(SandboxWork work, Sources sources, LayerRequest request, Consumer<LayerEvent> events) {
        var sandbox = new Sandbox(processes, work, network, limits);
        var manager = PackageManager.of(work.tree(), sandbox, cache, sources);
        return new LayerRun(sandbox, manager, request, events);
    }
}
