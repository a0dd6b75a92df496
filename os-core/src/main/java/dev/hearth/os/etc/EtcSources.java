package dev.hearth.os.etc;

import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The three trees that drift and a merge are about.
 *
 * @param oldDefault usr/etc of the deployment that the local configuration began with
 * @param newDefault usr/etc of the deployment that it is to go over to
 * @param local the configuration itself, etc of the old deployment
 */
public record EtcSources(EtcTree oldDefault, EtcTree newDefault, EtcTree local) {

    /**
     * Reads all three.
     *
     * @throws EtcMissing when one of the directories is not there
     * @throws EtcForbidden when some of it may not be read
     */
    public static EtcSources read(Path oldDefault, Path newDefault, Path local) {
        return new EtcSources(EtcTree.read(oldDefault), EtcTree.read(newDefault), EtcTree.read(local));
    }

    /** {@return all paths that at least one of the trees has} */
    SortedSet<Path> paths() {
        var all = new TreeSet<>(oldDefault.paths());
        all.addAll(newDefault.paths());
        all.addAll(local.paths());
        return all;
    }

    /** {@return the paths of what a directory holds in at least one of the trees} */
    SortedSet<Path> children(Path directory) {
        var all = new TreeSet<>(oldDefault.children(directory));
        all.addAll(newDefault.children(directory));
        all.addAll(local.children(directory));
        return all;
    }
}
