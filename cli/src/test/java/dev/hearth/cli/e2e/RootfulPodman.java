package dev.hearth.cli.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A Podman service of root's, with a storage of its own: where Docker may not have all capabilities, it runs containers
 * that ask for all of them.
 */
final class RootfulPodman implements AutoCloseable {
    /** Without, it asks for more than a machine without CAP_SYS_RESOURCE gives. */
    static final List<String> LIMITS = List.of("--ulimit", "nofile=1024:1024", "--ulimit", "nproc=4096:4096");

    /** The same for containers of those who do not say so. */
    private static final String LIMITED = """
            [containers]
            default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
            """;

    private static final Duration LONG = Duration.ofMinutes(3);

    private final Path work;
    private final Programs programs;
    private final Process service;

    private RootfulPodman(Path work) throws IOException {
        this.work = work;
        var environment = new TreeMap<>(System.getenv());
        var configuration = Files.writeString(work.resolve("containers.conf"), LIMITED);
        environment.put("CONTAINERS_CONF", configuration.toString());
        programs = new Programs(environment);
        var argv = new ArrayList<>(podman());
        argv.addAll(List.of("system", "service", "--time=0", address()));
        service = programs.start(work, work.resolve("service.log"), argv);
    }

    /** {@return a service that has the image, from an archive of its files} */
    static RootfulPodman withImage(Path archive, String image) throws IOException {
        // Short, as it is a part of the names of sockets.
        var podman = new RootfulPodman(Files.createTempDirectory(Path.of("/var/tmp"), "it-p-"));
        podman.run("import", archive.toString(), image);
        return podman.answering();
    }

    /** {@return a service without images, which keeps all that it has in a new directory of a short name} */
    static RootfulPodman in(Path directory) throws IOException {
        return new RootfulPodman(Files.createDirectory(directory)).answering();
    }

    private RootfulPodman answering() {
        Eventually.see("the socket of Podman's service", this::socket, Files::exists);
        return this;
    }

    Path socket() {
        return work.resolve("podman.sock");
    }

    @Override
    public void close() {
        run("rm", "--all", "--force", "--time=0");
        Programs.end(service);
        run("rmi", "--all", "--force");
        Leftovers.end(work);
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

    String address() {
        return "unix://" + socket();
    }
}
