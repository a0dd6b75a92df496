package dev.hearth.os.ostree;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.layer.Sources;
import java.nio.file.Path;

/** The place beside the deployments where packages are laid onto a checkout of a base, or are asked about. */
final class Workbench {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final MachineSources sources;

    Workbench(Sysroot sysroot, Ostree ostree, MachineSources sources) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.sources = sources;
    }

    /**
     * What lies on it.
     *
     * @param tree the checkout
     * @param layer a directory for the work on it
     */
    record Bench(Path tree, Path layer, Sources sources) {}

    /**
     * Clears it and checks a base out.
     *
     * @param configuration the deployment whose configuration names the package sources
     */
    Bench lay(String base, DeploymentId configuration) {
        clear();
        var work = DirectoryTree.makePrivate(place());
        var tree = work.resolve("tree");
        ostree.checkOut(base, tree);
        return new Bench(tree, work.resolve("layer"), sources.lay(configuration, tree, work.resolve("sources")));
    }

    void clear() {
        DirectoryTree.delete(place());
    }

    private Path place() {
        return sysroot.extension().resolve(Leftovers.WORK);
    }
}
