package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import dev.hearth.os.layer.Debian;
import dev.hearth.os.ostree.CountingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A Debian of 500 MB, from a remote on the loopback interface, as the base of a sysroot in a directory. */
final class BenchedSysroot implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String BRANCH = "it/base";
    private static final long SIZE = 500_000_000;
    /** As large as files in /usr are on the average. */
    private static final int FILE = 32_000;

    private static final int FILES_OF_A_DIRECTORY = 100;

    private final Path work;
    private final Path launcher;
    private final Programs programs;
    private final CountingServer server;

    private BenchedSysroot(Path work, Path launcher, Map<String, String> environment) throws IOException {
        this.work = work;
        this.launcher = launcher;
        this.programs = new Programs(environment);
        this.server = CountingServer.of(Files.createDirectory(work.resolve("remote")));
    }

    /** Makes it in an empty directory. */
    static BenchedSysroot make(Path work, Path launcher, Map<String, String> environment) throws IOException {
        Needed.root();
        Needed.programs("bwrap", "ostree", "setpriv", "du");
        var made = new BenchedSysroot(work, launcher, environment);
        made.layOut();
        return made;
    }

    private void layOut() throws IOException {
        run("../os-core/src/it/ostree-tree", Debian.archive().toString(), tree().toString());
        fill(tree().resolve("usr/lib/it-filler"), SIZE - used(tree()));
        run("ostree", "init", "--repo=" + remote(), "--mode=archive");
        run("ostree", "commit", "--repo=" + remote(), "--branch=" + BRANCH, "--bootable", "--tree=dir=" + tree());
        run(
                "ostree",
                "admin",
                "init-fs",
                "--modern",
                Files.createDirectory(root()).toString());
        run("ostree", "admin", "--sysroot=" + root(), "os-init", "it");
        run("ostree", "config", "--repo=" + repository(), "set", "sysroot.bootloader", "none");
        run("ostree", "remote", "--repo=" + repository(), "add", "--no-gpg-verify", "up", server.address());
        run("ostree", "pull", "--repo=" + repository(), "up", BRANCH);
        deploy();
    }

    /** Files with chance for content take as much room on each disk. */
    private static void fill(Path directory, long bytes) throws IOException {
        var random = new Random(1);
        for (int file = 0; file < bytes / FILE; file++) {
            var place = Files.createDirectories(directory.resolve("d" + file / FILES_OF_A_DIRECTORY));
            var content = new byte[FILE];
            random.nextBytes(content);
            Files.write(place.resolve("f" + file), content);
        }
    }

    /** Deploys the base once more. */
    void deploy() {
        run(
                "setpriv",
                "--bounding-set=-sys_admin,-linux_immutable",
                "--inh-caps=-sys_admin,-linux_immutable",
                "--",
                "ostree",
                "admin",
                "deploy",
                "--retain",
                "--sysroot=" + root(),
                "--os=it",
                "--karg=root=LABEL=root",
                "up:" + BRANCH);
    }

    /** {@return how {@code hearth os} ended} */
    Ended hearth(String... words) {
        return programs.run(LONG, work, argv(words));
    }

    List<String> argv(String... words) {
        return Stream.concat(Stream.of(launcher.toString(), "os", "--sysroot", root().toString()), Stream.of(words))
                .toList();
    }

    /** {@return the bytes that the whole of it takes on the disk, what is linked counted once} */
    long used() {
        return used(root());
    }

    private long used(Path directory) {
        var printed = run("du", "--summarize", "--block-size=1", directory.toString());
        return Long.parseLong(printed.split("\t", 2)[0]);
    }

    /** {@return how many bytes the remote has sent since the last call} */
    long fetched() {
        return server.taken();
    }

    private Path tree() {
        return work.resolve("tree");
    }

    private Path root() {
        return work.resolve("sysroot");
    }

    private Path repository() {
        return root().resolve("ostree/repo");
    }

    private Path remote() {
        return work.resolve("remote");
    }

    private String run(String... argv) {
        return programs.run(LONG, Path.of("").toAbsolutePath(), List.of(argv)).succeeded();
    }

    @Override
    public void close() {
        server.close();
    }
}
