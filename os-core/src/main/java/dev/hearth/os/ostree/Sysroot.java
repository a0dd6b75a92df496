package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The root of a disk that ostree deploys to: {@code /} of a booted host, or any directory laid out like it.
 *
 * @param root absolute
 */
public record Sysroot(Path root) {

    /** {@return whether ostree keeps deployments here} */
    public boolean exists() {
        return Files.isDirectory(repository());
    }

    /** {@return whether this is the machine's own root rather than a directory laid out like one} */
    public boolean isHost() {
        return root.getParent() == null;
    }

    /** {@return where its commits are} */
    public Path repository() {
        return ostree().resolve("repo");
    }

    /** {@return what hearth keeps beside ostree's objects, on the same file system, so that hard links reach it} */
    Path extension() {
        return repository().resolve("extensions/hearth");
    }

    Path boot() {
        return root.resolve("boot");
    }

    /** {@return the directory of one of the two sets of boot links} */
    Path links(int bootVersion) {
        return ostree().resolve("boot." + bootVersion);
    }

    /** {@return the deployment's own root} */
    public Path deployment(DeploymentId id) {
        return deployments(id.stateroot()).resolve(id.directory());
    }

    /** {@return the file that says where a deployment comes from} */
    public Path originFile(DeploymentId id) {
        return deployments(id.stateroot()).resolve(id.directory() + ".origin");
    }

    Path ostree() {
        return root.resolve("ostree");
    }

    /** {@return what is {@code /var} in its deployments} */
    public Path var(String stateroot) {
        return ostree().resolve("deploy").resolve(stateroot).resolve("var");
    }

    private Path deployments(String stateroot) {
        return ostree().resolve("deploy").resolve(stateroot).resolve("deploy");
    }
}
