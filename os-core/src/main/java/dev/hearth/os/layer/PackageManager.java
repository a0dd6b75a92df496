package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The real package manager of a tree, run in a sandbox over it. */
sealed interface PackageManager permits Apt, Dnf {

    /**
     * Returns what the tree has.
     *
     * @throws NoPackageManager when it has none that hearth can work with
     */
    static PackageManager of(Path tree, Sandbox sandbox, LayerCache cache, Sources sources) {
        if (Files.isDirectory(tree.resolve("usr/lib/sysimage/dpkg")) && has(tree, "apt-get")) {
            return new Apt(sandbox, cache, sources);
        }
        if (has(tree, "dnf-3")) {
            return new Dnf(sandbox, cache, sources);
        }
        throw new NoPackageManager(
                has(tree, "dnf5")
                        ? "its dnf is of version 5"
                        : "it has neither apt with its database in '/usr/lib/sysimage/dpkg', nor dnf");
    }

    private static boolean has(Path tree, String program) {
        return Files.exists(tree.resolve("usr/bin").resolve(program));
    }

    /** Returns how the names of package files end. */
    String suffix();

    /** Returns how versions follow each other. */
    VersionOrder order();

    /**
     * Fetches a newer version of a package from a repository that the machine does not use otherwise, if there is one.
     *
     * @param kept a directory to keep its lists and packages in
     * @throws LayerFailed when the repository does not answer, or cannot be trusted
     */
    Optional<Path> fetchNewer(InstalledPackage present, UpdateSource.Repository repository, Path kept);

    /** Returns what is installed, with what an upper directory changes. */
    PackageSet installed(String upper);

    /** Returns the package in a file, or nothing when it is none. */
    Optional<InstalledPackage> describe(String fileInside);

    /**
     * Fetches what the sources have.
     *
     * @return in what some of them failed
     * @throws SourcesUnreachable when none answers
     */
    List<String> refresh();

    /**
     * Works out what the items need; changes nothing.
     *
     * @throws LayerFailed when they cannot be had
     */
    Solution solve(ItemFiles items, LayerRequest request, PackageSet installed);

    /**
     * Fetches what a solution needs and checks the signatures.
     *
     * @throws LayerFailed when a package cannot be fetched or trusted
     */
    void download(ItemFiles items, LayerRequest request, Solution solution);

    /**
     * Carries a solution out without network.
     *
     * @throws LayerFailed when a package cannot be installed
     */
    void install(Solution solution);

    /** Offers packages that the sources have, by the lists that were fetched: at least those that have the words. */
    void offerTo(FoundPackages search);

    /** Returns which of these paths belong to a package that is installed, with what an upper directory changes. */
    Set<String> owned(List<String> paths, String upper);
}
