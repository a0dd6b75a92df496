package dev.hearth.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import dev.hearth.os.layer.DebFile;
import dev.hearth.os.layer.DebRepository;
import dev.hearth.os.layer.Debian;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small Debian as the base of a sysroot on a disk of its own, with a package layered on it, a pinned deployment, and a
 * newer version waiting on its remote.
 */
final class LayeredSysroot implements AutoCloseable {
    private static final Path LAUNCHER = Path.of("target/hearth/bin/hearth").toAbsolutePath();
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String BRANCH = "it/base";
    private static final String REMOTE = "up";
    private static final Pattern STAGE = Pattern.compile("stage=(.*)");

    /** So much that fetching it, and running out of room for it, takes a while. */
    private static final int NEWS = 6_000_000;

    private final Path work;
    private final LoopDisk disk;
    private final DebRepository packages;
    private final Programs programs;

    private LayeredSysroot(Path work, LoopDisk disk, DebRepository packages) {
        this.work = work;
        this.disk = disk;
        this.packages = packages;
        this.programs =
                new Programs(Person.named("root").withHome(work.resolve("home")).environment());
    }

    /**
     * Makes it.
     *
     * @param work an empty directory
     */
    static LayeredSysroot make(Path work) throws IOException {
        Needed.root();
        Needed.programs(
                "bwrap", "ostree", "setpriv", "setsid", "mkfs.ext4", "dpkg-deb", "dpkg-scanpackages", "gpg", "mount");
        for (var name : List.of("home", "disk", "packages")) {
            Files.createDirectory(work.resolve(name));
        }
        var packages = DebRepository.open(work.resolve("packages"));
        packages.add(DebFile.of("it-tool", "1.0"));
        packages.publish();
        var made = new LayeredSysroot(
                work, new LoopDisk(work.resolve("disk.img"), work.resolve("disk"), 500_000_000), packages);
        try {
            made.layOut();
            return made;
        } catch (IOException | RuntimeException | Error e) {
            made.close();
            throw e;
        }
    }

    private void layOut() throws IOException {
        run("../os-core/src/it/ostree-tree", Debian.archive().toString(), tree().toString());
        // What a small disk need not hold, and nothing here reads.
        for (var name : List.of("share/locale", "share/zoneinfo", "share/perl", "lib/x86_64-linux-gnu/gconv")) {
            run("rm", "-rf", tree().resolve("usr").resolve(name).toString());
        }
        packages.configure(tree());
        run("ostree", "init", "--repo=" + remote(), "--mode=archive");
        commit("1");
        Files.createDirectory(root());
        run("ostree", "admin", "init-fs", "--modern", root().toString());
        run("ostree", "admin", "--sysroot=" + root(), "os-init", "it");
        run("ostree", "config", "--repo=" + repository(), "set", "sysroot.bootloader", "none");
        // Else ostree refuses to fetch to a disk that is nearly full, and nothing behind that would ever meet a full
        // one.
        run("ostree", "config", "--repo=" + repository(), "set", "core.min-free-space-percent", "0");
        run("ostree", "remote", "--repo=" + repository(), "add", "--no-gpg-verify", REMOTE, "file://" + remote());
        run("ostree", "pull", "--repo=" + repository(), REMOTE, BRANCH);
        // As hearth itself does: without these rights ostree leaves the disk's flags alone.
        run(
                "setpriv",
                "--bounding-set=-sys_admin,-linux_immutable",
                "--inh-caps=-sys_admin,-linux_immutable",
                "--",
                "ostree",
                "admin",
                "deploy",
                "--sysroot=" + root(),
                "--os=it",
                "--karg=root=LABEL=root",
                REMOTE + ":" + BRANCH);
        hearth("pin", "0").succeeded();
        Files.writeString(new BootLoader(root()).bootable().getFirst().resolve("etc/it-local"), "mine\n");
        hearth("install", "--yes", "it-tool").succeeded();
        commit("2");
        returnToTheOld();
    }

    /** Commits the tree to the remote as a version, with a kernel of its own. */
    private void commit(String version) throws IOException {
        var random = new Random(version.hashCode());
        for (var name : List.of("usr/lib/it-news", "usr/lib/modules/6.1.0-test/initramfs.img")) {
            var news = new byte[NEWS];
            random.nextBytes(news);
            Files.write(tree().resolve(name), news);
        }
        Files.writeString(tree().resolve("usr/lib/it-version"), version);
        run(
                "ostree",
                "commit",
                "--repo=" + remote(),
                "--branch=" + BRANCH,
                "--bootable",
                "--add-metadata-string=version=" + version,
                "--tree=dir=" + tree());
    }

    LoopDisk disk() {
        return disk;
    }

    Path root() {
        return disk.mountPoint().resolve("sysroot");
    }

    /** {@return how {@code hearth os} ended} */
    Ended hearth(String... words) {
        return programs.run(SOON, work, argv(words));
    }

    /** {@return {@code hearth os}, which goes on, as the first of a group of processes} */
    Process launch(String... words) {
        var argv = new ArrayList<>(List.of("setsid"));
        argv.addAll(argv(words));
        return programs.start(work, work.resolve("launched.log"), argv);
    }

    /** {@return what a launched hearth has said so far} */
    String log() throws IOException {
        return Files.readString(work.resolve("launched.log"));
    }

    /** Kills a launched hearth and all of its group, at once. */
    void kill(Process launched) {
        programs.run(SOON, work, List.of("kill", "-s", "KILL", "--", "-" + launched.pid()));
        Programs.status(launched, SOON);
    }

    /** {@return the stage in the journal of a transaction; empty without one} */
    String stage() {
        try {
            var stage = STAGE.matcher(Files.readString(extension().resolve("transaction"), UTF_8));
            return stage.find() ? stage.group(1) : "";
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what boots, the default first} */
    List<Path> bootable() throws IOException {
        return new BootLoader(root()).bootable();
    }

    /** {@return whether a deployment is the newer version with all that belongs to it} */
    static boolean isNew(Path deployment) {
        return content(deployment, "usr/lib/it-version").equals("2")
                && content(deployment, "usr/share/it-tool/version").equals("1.0")
                && content(deployment, "etc/it-local").equals("mine\n");
    }

    private static String content(Path deployment, String file) {
        try {
            return Files.readString(deployment.resolve(file));
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that no object is damaged. */
    void requireSoundObjects() {
        run("ostree", "fsck", "--repo=" + repository(), "--quiet");
    }

    /** Checks that nothing is left of a transaction: no journal, work, mount, process or control group. */
    void requireTidy() throws IOException {
        assertThat(extension().resolve("transaction")).doesNotExist();
        assertThat(extension().resolve("work")).doesNotExist();
        try (var mounts = Files.lines(Path.of("/proc/self/mounts"))) {
            assertThat(mounts.filter(line -> line.contains(disk.mountPoint() + "/")))
                    .isEmpty();
        }
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> commandLine(process).contains(disk.mountPoint() + "/"))
                        .map(LayeredSysroot::commandLine))
                .isEmpty();
        run("sh", "-c", "ostree admin status --sysroot=\"$1\" >/dev/null", "sh", root().toString());
        try (var files = Files.walk(repository().resolve("tmp"), 1)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("staging-"));
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException _) {
            return "";
        }
    }

    /** Goes back to the older version, as if the newer one had never been fetched. */
    void returnToTheOld() throws IOException {
        // What no ref names goes with the next clean-up, which is part of either command.
        run("ostree", "refs", "--repo=" + repository(), "--delete", REMOTE + ":" + BRANCH);
        if (isNew(bootable().getFirst())) {
            hearth("undeploy", "--yes", "0").succeeded();
        } else {
            hearth("cleanup").succeeded();
        }
    }

    private Path tree() {
        return work.resolve("tree");
    }

    private Path remote() {
        return work.resolve("remote");
    }

    private Path repository() {
        return root().resolve("ostree/repo");
    }

    private Path extension() {
        return repository().resolve("extensions/hearth");
    }

    private List<String> argv(String... words) {
        return Stream.concat(Stream.of(LAUNCHER.toString(), "os", "--sysroot", root().toString()), Stream.of(words))
                .toList();
    }

    private void run(String... argv) {
        programs.run(SOON, Path.of("").toAbsolutePath(), List.of(argv)).succeeded();
    }

    @Override
    public void close() {
        packages.close();
        disk.close();
    }
}
