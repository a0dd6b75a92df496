package dev.hearth.os.layer;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A base in an ostree repository, and checkouts of it to lay packages onto.
 *
 * @param directory of its own
 */
record OstreeBase(Path directory, Path cache) {
    private static final String BRANCH = "base";

    interface TreeEdit {
        void edit(Path tree) throws IOException;
    }

    /** Commits what an archive holds, with some packages more. */
    static OstreeBase commit(Path directory, Path archive, List<Path> packages, TreeEdit edit) throws IOException {
        var base = new OstreeBase(directory, directory.resolve("cache"));
        var tree = directory.resolve("tree");
        var argv = new ArrayList<>(List.of("../os-core/src/it/ostree-tree", archive.toString(), tree.toString()));
        packages.forEach(each -> argv.add(each.toString()));
        ItHost.run(argv.toArray(String[]::new));
        edit.edit(tree);
        ItHost.run("ostree", "--repo=" + base.repository(), "init", "--mode=bare");
        base.ostree("commit", "--branch=" + BRANCH, "--bootable", "--consume", "--tree=dir=" + tree);
        return base;
    }

    /** {@return a tree whose files are links to those of the base} */
    Path checkout() {
        var tree = directory.resolve("checkout");
        DirectoryTree.delete(tree);
        ostree("checkout", "--require-hardlinks", BRANCH, tree.toString());
        return tree;
    }

    Layered apply(Path tree, LayerRequest request, Consumer<LayerEvent> events) {
        return layering(SandboxLimits.GENEROUS).apply(tree, work(), Sources.ofTree(), request, events);
    }

    Layers layering(SandboxLimits limits) {
        var kept = new LayerCache(cache, 0, 1L << 30);
        return new Layers(ItHost.PROCESSES, kept, Network.direct(), limits);
    }

    PackageSearch search() {
        var kept = new LayerCache(cache, 0, 1L << 30);
        return new PackageSearch(
                ItHost.PROCESSES, kept, Network.direct(), SandboxLimits.GENEROUS, InstantSource.system());
    }

    NewerFiles newer(Network network) {
        var kept = new LayerCache(cache, 0, 1L << 30);
        return new NewerFiles(ItHost.PROCESSES, kept, network, SandboxLimits.GENEROUS);
    }

    /** Forgets what was fetched. */
    void emptyCache() {
        DirectoryTree.delete(cache);
    }

    Path work() {
        return directory.resolve("work");
    }

    /** {@return a checkout, made from scratch, of what a tree was committed as} */
    Path committed(Path tree) {
        ostree(
                "commit",
                "--branch=layered",
                "--bootable",
                "--consume",
                "--link-checkout-speedup",
                "--tree=dir=" + tree);
        return copy("layered");
    }

    /** {@return a checkout whose files are its own} */
    Path copy(String branch) {
        var copy = directory.resolve("copy");
        DirectoryTree.delete(copy);
        ostree("checkout", "--force-copy", branch, copy.toString());
        return copy;
    }

    /** Makes a tree the base. */
    void becomes(Path tree) {
        ostree("commit", "--branch=" + BRANCH, "--bootable", "--consume", "--tree=dir=" + tree);
    }

    /** Checks that nobody wrote to the base's files. */
    void requireUntouched() {
        ostree("fsck", "--quiet");
    }

    private void ostree(String... words) {
        var argv = new ArrayList<>(List.of("ostree", "--repo=" + repository()));
        argv.addAll(List.of(words));
        ItHost.run(argv.toArray(String[]::new));
    }

    private Path repository() {
        return directory.resolve("ostree");
    }
}
