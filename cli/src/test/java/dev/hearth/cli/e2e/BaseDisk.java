package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import dev.hearth.os.layer.Debian;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.ostree.TestSysroot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A disk with a base, and with root's Podman for pets of it. */
final class BaseDisk implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final long SIZE = 3_000_000_000L;

    private final Path directory;
    private final LoopDisk disk;
    private final RootfulPodman podman;
    private final InstalledHearth hearth;
    private final Path sysroot;

    /**
     * A pet of the base.
     *
     * @param room how many bytes less the disk has since
     */
    record Made(String name, double seconds, long room) {}

    private BaseDisk(Path directory, LoopDisk disk) throws IOException {
        this.directory = directory;
        this.disk = disk;
        this.sysroot = new TestSysroot(
                        Files.createDirectory(disk.mountPoint().resolve("base")),
                        tree -> ItHost.run(
                                "../os-core/src/it/ostree-tree",
                                Debian.archive().toString(),
                                tree.toString()))
                .root();
        // Podman takes no more than 50 characters.
        this.podman = RootfulPodman.in(disk.mountPoint().resolve("p"));
        this.hearth = InstalledHearth.on(
                TestedEngine.PODMAN, podman.address(), TestedEngine.DOCKER.person(directory.resolve("home")));
    }

    /** Makes one with a file system of that kind; its base is a small Debian. */
    static BaseDisk with(LoopDisk.FileSystem kind) throws IOException {
        Needed.root();
        Needed.programs("ostree", "setpriv", "podman", "runc", "mkfs.btrfs");
        var directory = Files.createTempDirectory(Path.of("/var/tmp"), "it-");
        var mountPoint = Files.createDirectory(directory.resolve("mnt"));
        var disk = new LoopDisk(directory.resolve("disk"), mountPoint, SIZE, kind);
        try {
            return new BaseDisk(directory, disk);
        } catch (IOException | RuntimeException | Error e) {
            disk.close();
            throw e;
        }
    }

    /** {@return hearth as root uses it there} */
    InstalledHearth hearth() {
        return hearth;
    }

    Path sysroot() {
        return sysroot;
    }

    Made create() {
        disk.sync();
        long free = disk.free();
        var pet = hearth.newPet();
        double seconds = Bench.seconds(() -> hearth.hearth(LIMIT, "create", pet, "--from-base", "--sysroot=" + sysroot)
                .succeeded());
        disk.sync();
        return new Made(pet, seconds, free - disk.free());
    }

    @Override
    public void close() {
        hearth.close();
        podman.close();
        disk.close();
        ItHost.run("rm", "-rf", "--one-file-system", directory.toString());
    }
}
