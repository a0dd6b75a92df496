package dev.hearth.cli.vm;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.gate.Verdict;
import dev.hearth.os.gate.Verdicts;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.publish.ChannelName;
import dev.hearth.os.publish.Provider;
import dev.hearth.os.publish.Site;
import dev.hearth.os.repository.Repository;
import dev.hearth.os.rollout.Lifetime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What follows the first version, for one part of the tests: a provider's repository and sites of its own, that begin as
 * copies of the provider's.
 */
final class LaterVersions {
    /** A file that only later versions have. */
    static final String MARK = "usr/lib/it-version";

    private final ProvidedBase provided;
    private final String part;
    private final Path repository;

    private LaterVersions(ProvidedBase provided, String part, Path repository) {
        this.provided = provided;
        this.part = part;
        this.repository = repository;
    }

    /** Begins them anew. */
    static LaterVersions begin(ProvidedBase provided, String part) throws IOException {
        var own = provided.directory().resolve("later").resolve(part);
        DirectoryTree.clear(own);
        copy(provided.repository().directory(), own.resolve("repo"));
        var versions = new LaterVersions(provided, part, own.resolve("repo"));
        DirectoryTree.clear(provided.served().resolve(part));
        return versions;
    }

    /** {@return the commands that make a machine take its base from one of these sites} */
    String follow(String site) throws IOException {
        return "ostree config --repo=/ostree/repo set 'remote \"%s\".url' http://%s:%d/%s/%s"
                .formatted(MachineImage.REMOTE, VirtualMachine.HOST, provided.port(), part, site);
    }

    /**
     * Makes a version that nobody has signed: the first, its mark, and a kernel's first file system of its own.
     *
     * @param more files, by their path
     */
    String commit(String version, Map<String, String> more) throws IOException {
        var over = repository.resolveSibling("over");
        DirectoryTree.clear(over);
        ItHost.run(
                "ostree",
                "checkout",
                "--repo=" + repository,
                "--user-mode",
                "--union",
                "--subpath=/usr/lib/modules",
                provided.first(),
                Files.createDirectories(over.resolve("usr/lib/modules")).toString());
        try (var kernels = Files.newDirectoryStream(over.resolve("usr/lib/modules"))) {
            var kernel = kernels.iterator().next();
            var initramfs = Files.readAllBytes(kernel.resolve("initramfs.img"));
            DirectoryTree.clear(kernel);
            // The kernel passes over zeros between archives and behind them.
            Files.write(kernel.resolve("initramfs.img"), Arrays.copyOf(initramfs, initramfs.length + 512));
        }
        Files.writeString(over.resolve(MARK), version + "\n");
        for (var file : more.entrySet()) {
            Files.createDirectories(over.resolve(file.getKey()).getParent());
            Files.writeString(over.resolve(file.getKey()), file.getValue());
        }
        var words = new ArrayList<>(List.of("--branch=it/next", "--bootable", "--no-bindings"));
        words.addAll(List.of("--owner-uid=0", "--owner-gid=0", "--parent=" + provided.first()));
        words.addAll(List.of("--add-metadata-string=version=" + version, "--tree=ref=" + provided.first()));
        words.add("--tree=dir=" + over);
        return repository().run("commit", words).out().strip();
    }

    /** Takes a version for one that passed its gate, and publishes it as a site of its own. */
    void publish(String commit, String site) throws IOException {
        var key = provided.providerKey();
        var provider = new Provider(repository(), Instant::now);
        provider.sign(commit, key);
        var check = new Verdict.Check("10-boots", 0, 1, "");
        new Verdicts(repository()).keep(new Verdict(commit, Instant.now(), null, List.of(check)), key);
        provider.release(commit, ChannelName.parse(ProvidedBase.CHANNEL), Duration.ZERO, key);
        new Site(new Repository(copyOfSite(site), ItHost.processes())).publish(provider, key, new Lifetime.AsBefore());
    }

    /** Puts a version on a site of its own past all that keeps a provider from it: it is not signed. */
    void smuggle(String commit, String site) throws IOException {
        var made = new Repository(copyOfSite(site), ItHost.processes());
        for (var name : List.of("summary", "summary.sig", "hearth/channels")) {
            DirectoryTree.delete(made.directory().resolve(name));
        }
        made.run("pull-local", List.of(repository.toString(), commit));
        made.run("refs", List.of("--force", "--create=" + ProvidedBase.CHANNEL, commit));
        made.run("summary", List.of("--update"));
    }

    /** {@return a directory of files like those of another site, which may be exchanged, but not written to} */
    Path like(String site, String other) throws IOException {
        var made = provided.served().resolve(part).resolve(other);
        copy(provided.served().resolve(part).resolve(site), made);
        return made;
    }

    private Path copyOfSite(String site) throws IOException {
        var made = provided.served().resolve(part).resolve(site);
        copy(provided.site(), made);
        return made;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        ItHost.run("cp", "--archive", "--link", from.toString(), to.toString());
    }

    /** {@return where the provider keeps them} */
    Path directory() {
        return repository;
    }

    private Repository repository() {
        return new Repository(repository, ItHost.processes());
    }
}
