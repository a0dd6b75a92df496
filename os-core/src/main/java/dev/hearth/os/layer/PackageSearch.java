package dev.hearth.os.layer;

import dev.hearth.core.process.Processes;
import dev.hearth.os.OsEngine.FoundPackage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Searches the package sources of a tree, by the lists that were fetched, where those are young. */
public final class PackageSearch {
    private final Processes processes;
    private final LayerCache cache;
    private final Network network;
    private final SandboxLimits limits;
    private final InstantSource clock;

    public PackageSearch(
            Processes processes, LayerCache cache, Network network, SandboxLimits limits, InstantSource clock) {
        this.processes = processes;
        this.cache = cache;
        this.network = network;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * {@return packages whose name or summary has all the words, by name}
     *
     * @param work a private directory on the tree's file system, emptied before and after
     * @throws SourcesUnreachable when the lists are old, and no source answers
     */
    public List<FoundPackage> find(Path tree, Path work, Sources sources, List<String> words) {
        try (var opened = LayerWork.open(work, tree)) {
            var sandbox = new Sandbox(processes, opened.sandbox(), network, limits);
            var manager = PackageManager.of(tree, sandbox, cache, sources);
            sandbox.requireWorking();
            var lists = new FetchedLists(cache, sources, clock);
            if (!lists.areYoung()) {
                manager.refresh();
                lists.note();
            }
            var search = new FoundPackages(words);
            manager.offerTo(search);
            return search.list();
        }
    }
}
