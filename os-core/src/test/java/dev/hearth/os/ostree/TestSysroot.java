package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.os.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real sysroot in a directory, made by the {@code ostree} program, with a tree that it can deploy. */
public final class TestSysroot {
    static final String STATEROOT = "test";
    public static final String BRANCH = "test/1/base";

    private final Path directory;
    private final HostProcesses processes;
    private int version;

    /** Makes a tree where there is none. */
    public interface TreeLayout {
        void layOut(Path tree) throws IOException;
    }

    /** Makes one whose tree is a few files. */
    TestSysroot(Path directory) throws IOException {
        this(directory, TestSysroot::layOut);
    }

    /** Makes one with a tree of any kind. */
    public TestSysroot(Path directory, TreeLayout layout) throws IOException {
        this.directory = directory;
        processes = new HostProcesses(
                new Environment(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C.UTF-8")), _ -> {});
        Files.createDirectory(root());
        layout.layOut(tree());
        ostree("admin", "init-fs", "--modern", root().toString());
        ostree("admin", "--sysroot=" + root(), "os-init", STATEROOT);
        ostree("config", "--repo=" + repository(), "set", "sysroot.bootloader", "none");
        commit();
        deploy();
    }

    HostProcesses processes() {
        return processes;
    }

    Sysroot sysroot() {
        return new Sysroot(root());
    }

    public Path root() {
        return directory.resolve("sysroot");
    }

    Path repository() {
        return root().resolve("ostree/repo");
    }

    /** The files that the next commit has. */
    public Path tree() {
        return directory.resolve("tree");
    }

    private static void layOut(Path tree) throws IOException {
        var modules = Files.createDirectories(tree.resolve("usr/lib/modules/6.1.0"));
        Files.writeString(modules.resolve("vmlinuz"), "a kernel");
        Files.writeString(modules.resolve("initramfs.img"), "an initial RAM disk");
        Files.writeString(tree.resolve("usr/lib/os-release"), "ID=test\nPRETTY_NAME=\"Test OS\"\nVERSION_ID=1\n");
        Files.createDirectories(tree.resolve("usr/etc"));
        Files.writeString(tree.resolve("usr/etc/motd"), "welcome\n");
        for (var name : List.of("var", "sysroot", "proc", "sys", "dev", "run", "tmp", "boot")) {
            Files.createDirectories(tree.resolve(name));
        }
        Files.createSymbolicLink(tree.resolve("ostree"), Path.of("sysroot/ostree"));
        try (var files = Files.walk(tree)) {
            for (var file : files.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** Commits the tree as the next version, each an hour newer than the one before; {@return its checksum} */
    public String commit() {
        return commitTo(repository());
    }

    private String commitTo(Path repository) {
        version++;
        return ostree(
                "commit",
                "--repo=" + repository,
                "--branch=" + BRANCH,
                "--bootable",
                "--timestamp=2026-11-20T%02d:00:00Z".formatted(version),
                "--add-metadata-string=version=1." + version,
                "--tree=dir=" + tree());
    }

    private void deploy() {
        var argv = Command.of(
                "setpriv",
                "--bounding-set=-sys_admin,-linux_immutable",
                "--inh-caps=-sys_admin,-linux_immutable",
                "--",
                "ostree",
                "admin",
                "deploy",
                "--sysroot=" + root(),
                "--os=" + STATEROOT,
                "--karg=root=LABEL=root",
                BRANCH);
        processes.run(argv).orThrow();
    }

    /** Adds a remote named {@code up} that has the branch instead of the sysroot's own repository. */
    void addRemote() {
        ostree("init", "--repo=" + remote(), "--mode=archive");
        ostree("remote", "--repo=" + repository(), "add", "--no-gpg-verify", "up", "file://" + remote());
        publish();
    }

    /** Has the remote reached over HTTP from now on. */
    CountingServer serveRemote() throws IOException {
        var server = CountingServer.of(remote());
        ostree("config", "--repo=" + repository(), "set", "remote \"up\".url", server.address());
        return server;
    }

    /** Gives the next commit these packages, by dpkg's database. */
    void installed(String... namesAndVersions) throws IOException {
        var status = tree().resolve("usr/lib/sysimage/dpkg/status");
        Files.createDirectories(status.getParent());
        Files.writeString(
                status,
                Stream.of(namesAndVersions)
                        .map(each -> each.split(" ", -1))
                        .map(each -> "Package: %s\nStatus: install ok installed\nVersion: %s\nArchitecture: all\n\n"
                                .formatted(each[0], each[1]))
                        .collect(Collectors.joining()));
    }

    /** Takes nothing from the remote any more that is not signed with the key, and signs what it has now. */
    void demandSignatures(SigningKey key) {
        ostree("config", "--repo=" + repository(), "set", "remote \"up\".gpg-verify", "true");
        ostree("remote", "--repo=" + repository(), "gpg-import", "--keyring=" + key.published(), "up");
        signRemote(key);
    }

    /** Signs the newest version of the remote. */
    void signRemote(SigningKey key) {
        key.sign(remote(), ostree("rev-parse", "--repo=" + remote(), BRANCH));
    }

    /** Commits the tree as the next version on the remote alone; {@return its checksum} */
    String publishNext() {
        return commitTo(remote());
    }

    private void publish() {
        ostree("pull-local", "--repo=" + remote(), repository().toString(), BRANCH);
        ostree("refs", "--repo=" + repository(), "--delete", BRANCH);
        ostree("prune", "--repo=" + repository(), "--refs-only", "--depth=0");
    }

    private Path remote() {
        return directory.resolve("remote");
    }

    /** Runs ostree; {@return what it said} */
    public String ostree(String... arguments) {
        return processes
                .run(Command.of("ostree").with(arguments))
                .orThrow()
                .out()
                .stripTrailing();
    }

    void requireSound(List<Deployment> deployments) {
        requireSeenByOstree(deployments.stream()
                .map(each -> new Seen(each.id().toString(), each.marks().pinned()))
                .toList());
    }

    /** A deployment, as far as ostree itself shows it. */
    public record Seen(String id, boolean pinned) {}

    /** Checks that no object is damaged, and that ostree itself sees these deployments in this order. */
    public void requireSeenByOstree(List<Seen> deployments) {
        ostree("fsck", "--repo=" + repository(), "--quiet");
        var seen = new ArrayList<Seen>();
        for (var line : ostree("admin", "--sysroot=" + root(), "status").lines().toList()) {
            if (line.matches("[ *] \\S+ [0-9a-f]{64}\\.[0-9]+.*")) {
                seen.add(new Seen(line.substring(2).replaceAll(" \\(.*", "").replace(' ', '-'), false));
            } else if (line.strip().equals("Pinned: yes")) {
                seen.add(new Seen(seen.removeLast().id(), true));
            }
        }
        assertThat(deployments).isEqualTo(seen);
    }
}
