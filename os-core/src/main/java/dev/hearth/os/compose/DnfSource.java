package dev.hearth.os.compose;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.lock.ExclusiveLock;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.compose.Recipe.Source;
import dev.hearth.os.layer.DnfPackage;
import dev.hearth.os.layer.InstallRoot;
import dev.hearth.os.packages.InstalledPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code dnf --installroot}.
 *
 * @param cache where lists and packages are kept, in a directory that only root may enter
 * @param holder what others are told of this process while they wait
 */
record DnfSource(Recipe recipe, Source.Dnf source, Path cache, String holder, Processes processes)
        implements PackageSource {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PACKING = Duration.ofMinutes(30);
    private static final String FILE = "file://";
    private static final String REPOSITORIES = "etc/yum.repos.d";
    private static final String KEYS = "etc/pki/rpm-gpg/RPM-GPG-KEY-";

    @Override
    public List<String> tools() {
        return List.of(InstallRoot.TOOL);
    }

    @Override
    public List<InstalledPackage> resolve() {
        return withDnf(dnf -> {
            dnf.refresh();
            return dnf.solve(packages()).stream().map(DnfPackage::identity).toList();
        });
    }

    @Override
    public String identity() {
        return "dnf " + source.release() + " " + packages() + " " + inTree();
    }

    @Override
    public void build(Path archive, Consumer<String> line) {
        var root = DirectoryTree.makePrivate(archive.resolveSibling("root"));
        try {
            // Scripts may act as other users.
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
            var newest = withDnf(dnf -> install(dnf, root, line));
            Files.writeString(newestPackage(archive), newest.toString());
            pack(root, archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DirectoryTree.delete(root);
        }
    }

    /** {@return when the newest package was built: files may be older than what they come in, and some have none} */
    private Instant install(InstallRoot dnf, Path root, Consumer<String> line) {
        var coming = dnf.solve(packages());
        dnf.fetch(packages(), coming);
        dnf.install(root, coming, PRESENT, line);
        return coming.stream()
                .map(DnfPackage::built)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private void pack(Path root, Path archive) {
        processes
                .run(Command.of("tar", "--create", "--file=" + archive, "--directory=" + root)
                        .with("--numeric-owner", "--xattrs", "--xattrs-include=*", ".")
                        .withTimeout(PACKING))
                .orThrow();
    }

    @Override
    public Instant newest(Path archive, Path tree) {
        try {
            return Instant.parse(Files.readString(newestPackage(archive)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the recipe names none, packages of the distribution bring its own. */
    @Override
    public MachineSources machineSources() {
        return source.repositories().isEmpty()
                ? MachineSources.OF_PACKAGES
                : new MachineSources(List.of(REPOSITORIES), inTree());
    }

    /** {@return the repositories and their keys as a tree has them, wherever the maker keeps those} */
    private SortedMap<String, String> inTree() {
        var files = new TreeMap<String, String>();
        for (var repository : repositories()) {
            var key = repository.gpgkey();
            if (key != null && key.startsWith(FILE)) {
                var place = KEYS + repository.id();
                files.put(place, read(Path.of(URI.create(key))));
                key = FILE + "/" + place;
            }
            files.put(REPOSITORIES + "/" + repository.id() + ".repo", repository.file(key));
        }
        return files;
    }

    private RpmDistribution distribution() {
        return RpmDistribution.of(source.distribution(), source.release());
    }

    private List<String> packages() {
        return Stream.concat(distribution().needed().stream(), recipe.packages().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<RpmRepository> repositories() {
        return source.repositories().isEmpty() ? distribution().repositories() : source.repositories();
    }

    private Map<String, String> files() {
        return repositories().stream()
                .collect(Collectors.toMap(each -> each.id() + ".repo", each -> each.file(each.gpgkey())));
    }

    /** One at a time, as each drops packages that it does not need. */
    private <T> T withDnf(Function<InstallRoot, T> use) {
        if (!DirectoryTree.isDirectory(cache)) {
            DirectoryTree.makePrivate(cache);
        }
        var what = "the packages in '" + cache + "'";
        try (var _ = ExclusiveLock.acquire(cache.resolve("lock"), what, holder, PATIENCE, _ -> {});
                var dnf = InstallRoot.open(
                        cache.resolve("work"),
                        directory(cache.resolve("packages")),
                        source.release(),
                        files(),
                        processes)) {
            return use.apply(dnf);
        }
    }

    private static Path newestPackage(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".newest");
    }

    private static Path directory(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
