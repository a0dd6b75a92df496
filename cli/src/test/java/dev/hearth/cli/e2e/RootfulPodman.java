package dev.hearth.cli.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Podman service of root's, with a storage of its own: where Docker may not have all capabilities, it runs containers
 * that ask for all of them.
 */
final class RootfulPodman implements AutoCloseable {
    /** Without, it asks for more than a machine without CAP_SYS_RESOURCE gives. */
    static final List<String> LIMITS = List.of("--ulimit", "nofile=1024:1024", "--ulimit", "nproc=4096:4096");

    private static final Duration LONG = Duration.ofMinutes(3);

    private final Path work;
    private final Programs programs = new Programs(System.getenv());
    private final Process service;

    private RootfulPodman(Path work) {
        this.work = work;
        var argv = new ArrayList<>(podman());
        argv.addAll(List.of("system", "service", "--time=0", address()));
        service = programs.start(work, work.resolve("service.log"), argv);
    }

    /** {@return a service that has the image, from an archive of its files} */
    static RootfulPodman withImage(Path archive, String image) throws IOException {
        // Short, as it is a part of the names of sockets.
        var podman = new RootfulPodman(Files.createTempDirectory(Path.of("/var/tmp"), "it-p-"));
        podman.run("import", archive.toString(), image);
        Eventually.see("the socket of Podman's service", podman::socket, Files::exists);
        return podman;
    }

    Path socket() {
        return work.resolve("podman.sock");
    }

    @Override
    public void close() {
        run("rm", "--all", "--force", "--time=0");
        Programs.end(service);
        run("rmi", "--all", "--force");
        programs.run(
                LONG,
                Path.of("/"),
                List.of(
                        "umount",
                        "--quiet",
                        "--lazy",
                        work.resolve("root/overlay").toString()));
        programs.run(LONG, Path.of("/"), List.of("rm", "-rf", "--one-file-system", work.toString()))
                .succeeded();
    }

    private void run(String... words) {
        var argv = new ArrayList<>(podman());
        argv.addAll(List.of(words));
        programs.run(LONG, work, argv).succeeded();
    }

    private List<String> podman() {
        return List.of(
                "podman",
                "--root",
                work.resolve("root").toString(),
                "--runroot",
                work.resolve("run").toString(),
                "--runtime=runc",
                "--cgroup-manager=cgroupfs",
                "--events-backend=file");
    }

    private String address() {
        return "unix://" + socket();
    }
}
