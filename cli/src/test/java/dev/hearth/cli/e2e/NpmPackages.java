package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Packages of npm's that tests use, in a directory that outlives builds. Nothing of theirs runs when they are installed.
 *
 * @param directory root's alone
 */
record NpmPackages(Path directory) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** {@return those of a name, which tells their versions; they are installed unless they are there} */
    static synchronized NpmPackages kept(String name, Consumer<NpmPackages> installation) {
        Needed.programs("node", "npm");
        var packages = new NpmPackages(Path.of(Needed.variable("HEARTH_IT_CACHE"), name));
        var done = packages.directory.resolve("done");
        if (!Files.exists(done)) {
            installation.accept(packages);
            try {
                Files.createFile(done);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return packages;
    }

    /** Installs packages, each with its version. */
    void install(String... packages) {
        npm(directory, packages);
    }

    /** Installs what a package in a directory below says that it needs. */
    void installNeedsOf(Path below) {
        npm(directory.resolve(below), "--omit=dev");
    }

    /** Copies a file or directory to where others than root get at it. */
    void copy(Path below, Path target) {
        root(List.of("cp", "-rL", directory.resolve(below).toString(), target.toString()))
                .succeeded();
    }

    private static void npm(Path prefix, String... words) {
        var argv = new ArrayList<>(List.of(
                "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", prefix.toString()));
        argv.addAll(List.of(words));
        var installed = root(argv);
        Needed.that(installed.status() == 0, "npm did not install what tests need: " + installed);
    }

    private static Ended root(List<String> argv) {
        return new Programs(System.getenv()).run(LIMIT, Path.of("/"), argv);
    }
}
