package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A Docker daemon of a test's own, which can be killed; all it made goes when it closes. */
final class PrivateDocker implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Programs programs = new Programs(System.getenv());
    // Short, as the names of sockets must be.
    private final Path directory;
    private final List<Process> daemons = new ArrayList<>();

    private PrivateDocker(Path parent) throws IOException {
        var readable = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        this.directory = Files.createTempDirectory(parent, "it-", readable);
    }

    /** {@return a daemon that runs and has an image of another one} */
    static PrivateDocker with(String image, TestedEngine other) throws IOException {
        return in(Path.of("/var/tmp"), image, other);
    }

    /** {@return one that has nothing yet} */
    static PrivateDocker empty() throws IOException {
        return started(Path.of("/var/tmp"), _ -> {});
    }

    /** {@return the same with all that it keeps below a directory} */
    static PrivateDocker in(Path parent, String image, TestedEngine other) throws IOException {
        return started(parent, docker -> docker.copy(image, other));
    }

    private static PrivateDocker started(Path parent, Consumer<PrivateDocker> fill) throws IOException {
        Needed.root();
        Needed.programs("dockerd", "docker");
        var docker = new PrivateDocker(parent);
        try {
            docker.start();
            fill.accept(docker);
            return docker;
        } catch (RuntimeException | Error e) {
            docker.close();
            throw e;
        }
    }

    String address() {
        return "unix://" + directory.resolve("docker.sock");
    }

    /** Lets the members of a group in, as a packaged daemon does with its own. */
    void admit(long group) throws IOException {
        Files.setAttribute(directory.resolve("docker.sock"), "unix:gid", Math.toIntExact(group));
    }

    /** Starts the daemon, which does not run, and waits until it answers. */
    void start() throws IOException {
        // The containerd of a killed daemon dies with it; until that one is reaped, the next daemon would wait for it.
        Files.deleteIfExists(directory.resolve("exec/containerd/containerd.pid"));
        var argv = List.of(
                "dockerd",
                "--iptables=false",
                "--bridge=none",
                "--data-root=" + directory.resolve("data"),
                "--exec-root=" + directory.resolve("exec"),
                "--pidfile=" + directory.resolve("docker.pid"),
                "--host=" + address());
        daemons.add(programs.start(directory, directory.resolve("daemon.log"), argv));
        Eventually.see("a Docker daemon that answers", () -> client("version"), ended -> ended.status() == 0);
    }

    /** Kills the daemon, which does not get to know, and not what it runs. */
    void kill() {
        daemons.getLast().destroyForcibly();
        Programs.status(daemons.getLast(), LIMIT);
    }

    @Override
    public void close() {
        daemons.forEach(Programs::end);
        Leftovers.end(directory);
        programs.run(LIMIT, Path.of("/"), List.of("rm", "-rf", "--one-file-system", directory.toString()))
                .succeeded();
    }

    private void copy(String image, TestedEngine other) {
        var archive = directory.resolve("image.tar").toString();
        var save = new ArrayList<>(other.client(other.address()));
        save.addAll(List.of("save", "--output", archive, image));
        programs.run(LIMIT, directory, save).succeeded();
        client("load", "--input", archive).succeeded();
    }

    private Ended client(String... words) {
        var argv = new ArrayList<>(TestedEngine.DOCKER.client(address()));
        argv.addAll(List.of(words));
        return programs.run(LIMIT, directory, argv);
    }
}
