package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lays out, as files, a sysroot like those that ostree writes: enough to be read, not to be booted. */
final class SysrootFiles {
    private static final String BOOT = "b".repeat(64);

    private final Path root;
    private int entries;

    SysrootFiles(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("boot/loader.0/entries"));
        Files.createSymbolicLink(root.resolve("boot/loader"), Path.of("loader.0"));
        Files.createDirectories(root.resolve("ostree/repo/objects"));
        Files.createDirectories(root.resolve("ostree/boot.0.1"));
        Files.createSymbolicLink(root.resolve("ostree/boot.0"), Path.of("boot.0.1"));
    }

    Sysroot sysroot() {
        return new Sysroot(root);
    }

    /** Adds a commit object from those recorded. */
    SysrootFiles commit(String checksum, String recorded) throws IOException {
        var directory =
                Files.createDirectories(root.resolve("ostree/repo/objects").resolve(checksum.substring(0, 2)));
        Files.write(directory.resolve(checksum.substring(2) + ".commit"), RecordedCommit.bytes(recorded));
        return this;
    }

    /** Lays a deployment out that no entry boots. */
    SysrootFiles lay(DeploymentId id, String origin) throws IOException {
        var deployments = root.resolve("ostree/deploy").resolve(id.stateroot()).resolve("deploy");
        Files.createDirectories(deployments.resolve(id.directory()));
        Files.writeString(deployments.resolve(id.directory() + ".origin"), origin);
        return this;
    }

    /** Deploys a commit, last in boot order. */
    SysrootFiles deploy(DeploymentId id, String origin) throws IOException {
        lay(id, origin);
        int number = entries++;
        var links = Files.createDirectories(
                root.resolve("ostree/boot.0.1").resolve(id.stateroot()).resolve(BOOT));
        Files.createSymbolicLink(
                links.resolve(Integer.toString(number)),
                Path.of("../../../deploy", id.stateroot(), "deploy", id.directory()));
        int version = 100 - number;
        Files.writeString(entry("ostree-%d-%s.conf".formatted(version, id.stateroot())), """
                title Debian GNU/Linux 12 (bookworm) (ostree:%1$d)
                version %2$d
                options root=LABEL=root quiet ostree=/ostree/boot.0/%3$s/%4$s/%1$d
                linux /ostree/%3$s-%4$s/vmlinuz-6.1.0
                """.formatted(
                        number, version, id.stateroot(), BOOT));
        return this;
    }

    Path entry(String fileName) {
        return root.resolve("boot/loader/entries").resolve(fileName);
    }
}
