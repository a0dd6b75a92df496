package dev.hearth.os.compose;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.lock.ExclusiveLock;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.compose.ComposeRepository.Note;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.repository.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * Composes bases in a repository.
 *
 * <p>All that goes in has a digest, which is noted with the commit. Where it is that of the branch's newest commit,
 * nothing is made; where the packages are those of another time, they are not installed anew.
 */
public final class Composer {
    /** Another number wherever the same inputs lead to other commits than before. */
    private static final String FORM = "1";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration UNPACKING = Duration.ofMinutes(30);

    private final Repository repository;
    private final ComposeRepository commits;
    private final Path root;
    private final Path cache;
    private final Processes processes;
    private final String holder;

    /**
     * Composes in one repository.
     *
     * @param repository which is made where there is none
     * @param root of the machine that composes
     * @param cache where packages are kept from one time to the next
     * @param holder what others are told of this process while they wait
     */
    public Composer(Repository repository, Path root, Path cache, String holder) {
        this.repository = repository;
        this.commits = new ComposeRepository(repository);
        this.root = root;
        this.cache = cache;
        this.processes = repository.processes();
        this.holder = holder;
    }

    /** {@return what composing a recipe would do} */
    public Composed.Outlook preview(Recipe recipe) {
        var source = source(recipe);
        requireTools(source);
        var packages = source.resolve();
        var inputs = inputs(recipe, source, packages);
        var head = repository.find(recipe.ref());
        boolean changed = head.flatMap(commits::inputs).filter(inputs::equals).isEmpty();
        return new Composed.Outlook(recipe.ref(), head, changed, packages);
    }

    /** Composes a recipe. */
    public Composed compose(Recipe recipe, Consumer<OsEvent> events) {
        var source = source(recipe);
        requireTools(source);
        repository.prepare("bare");
        var extension = directory(repository.extension());
        try (var _ = ExclusiveLock.acquire(
                extension.resolve("compose.lock"),
                "the repository '" + repository.directory() + "'",
                holder,
                PATIENCE,
                _ -> {})) {
            return composeAlone(recipe, source, events);
        }
    }

    private Composed composeAlone(Recipe recipe, PackageSource source, Consumer<OsEvent> events) {
        events.accept(step("Look which packages there are"));
        var packages = source.resolve();
        var inputs = inputs(recipe, source, packages);
        var head = repository.find(recipe.ref());
        if (head.flatMap(commits::inputs).filter(inputs::equals).isPresent()) {
            var version = repository.version(head.get()).orElse("");
            return new Composed(recipe.ref(), head.get(), version, false, packages);
        }
        var archive = packageTree(recipe, source, packages, events);
        // On the repository's file system, so that files are moved in and not copied.
        var work = repository.extension().resolve("work");
        DirectoryTree.clear(work);
        try {
            var tree = directory(work.resolve("tree"));
            events.accept(step("Unpack the packages"));
            unpack(archive, tree);
            var time = time(
                    source.newest(archive, tree), head.map(repository::time).orElse(Instant.EPOCH));
            var finished = finish(recipe, source, packages, work, events);
            events.accept(step("Commit to " + recipe.ref()));
            var version =
                    recipe.versionAt(time, head.flatMap(repository::version).orElse(null));
            var commit = commits.commit(tree, new Note(recipe.ref(), version, inputs, time, recipe.kernelArguments()));
            return new Composed(recipe.ref(), commit, version, true, finished);
        } finally {
            DirectoryTree.delete(work);
        }
    }

    /** Clients refuse what is older than what they have, also where only a package was left out. */
    private static Instant time(Instant newest, Instant parent) {
        return newest.isBefore(parent) ? parent : newest;
    }

    private List<InstalledPackage> finish(
            Recipe recipe, PackageSource source, List<InstalledPackage> expected, Path work, Consumer<OsEvent> events) {
        var tree = work.resolve("tree");
        var layOut = new TreeLayOut(tree);
        events.accept(step("Lay the tree out for ostree"));
        layOut.carryOut(source.machineSources());
        var packages = new PackageDatabase(processes).read(tree).packages();
        requireSame(expected, packages);
        new TreeFinish(recipe, tree, processes).carryOut(directory(work.resolve("sandbox")), layOut, events);
        return packages;
    }

    /**
     * The mirror may have changed between looking and fetching, and then the digest would be of something else.
     *
     * <p>Only versions are compared: apt, which looks without anything installed, may see another package for an
     * alternative than mmdebstrap installs in its two rounds.
     */
    private static void requireSame(List<InstalledPackage> expected, List<InstalledPackage> present) {
        var versions = new HashMap<String, String>();
        expected.forEach(each -> versions.put(each.name(), each.version()));
        for (var each : present) {
            if (!each.version().equals(versions.getOrDefault(each.name(), each.version()))) {
                throw new PackagesMoved(each.toString());
            }
        }
    }

    private Path packageTree(
            Recipe recipe, PackageSource source, List<InstalledPackage> packages, Consumer<OsEvent> events) {
        var digest = new Digest().add(FORM).add(source.identity());
        recipe.packages().forEach(digest::add);
        packages.forEach(each -> digest.add(each.toString()));
        var name = digest.text();
        var kept = directory(cache).resolve(name);
        var archive = kept.resolve("root.tar");
        if (Files.exists(archive)) {
            return archive;
        }
        events.accept(step(packages.isEmpty() ? "Read the archive" : "Install %d packages".formatted(packages.size())));
        var making = cache.resolve(name + ".part");
        DirectoryTree.delete(making);
        DirectoryTree.makePrivate(making);
        source.build(making.resolve("root.tar"), line -> events.accept(new OsEvent.Said(line)));
        try {
            // Only what the newest commits are made of is worth its room.
            try (var others = Files.newDirectoryStream(cache, "*[0-9a-f]")) {
                for (var other : others) {
                    if (other.getFileName().toString().matches("[0-9a-f]{64}")) {
                        DirectoryTree.delete(other);
                    }
                }
            }
            Files.move(making, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }

    private void unpack(Path archive, Path tree) {
        processes
                .run(Command.of("tar", "--extract", "--file=" + archive, "--directory=" + tree)
                        .with("--numeric-owner", "--xattrs", "--xattrs-include=*", "--exclude=./dev/*")
                        .withTimeout(UNPACKING))
                .orThrow();
    }

    private static String inputs(Recipe recipe, PackageSource source, List<InstalledPackage> packages) {
        var digest = new Digest().add(FORM).add(recipe.text()).add(source.identity());
        source.machineSources().addTo(digest);
        packages.stream().map(InstalledPackage::toString).sorted().forEach(digest::add);
        recipe.files().forEach(file -> {
            if (file.from() != null) {
                digest.add(file.to()).addFile(file.from());
            }
        });
        return digest.text();
    }

    private PackageSource source(Recipe recipe) {
        return switch (recipe.source()) {
            case Recipe.Source.Apt apt -> new AptSource(recipe, apt, root, processes);
            case Recipe.Source.Dnf dnf ->
                new DnfSource(recipe, dnf, directory(cache).resolve("dnf"), holder, processes);
            case Recipe.Source.Archive(var file) -> new ArchiveSource(file);
        };
    }

    private void requireTools(PackageSource source) {
        requireTool("ostree");
        requireTool("bwrap");
        source.tools().forEach(this::requireTool);
    }

    private void requireTool(String name) {
        if (processes.locate(name).isEmpty()) {
            throw new ComposeToolMissing(name);
        }
    }

    private static Path directory(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OsEvent step(String text) {
        return new OsEvent.Began(new Step(text));
    }
}
