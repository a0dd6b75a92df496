package dev.hearth.cli.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A rootless Podman's service with a storage of its own, in which there is nothing yet. */
final class EmptyPodman implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Person person;
    private final Programs programs;
    private final Path work;
    private final Process service;

    private EmptyPodman(Person person, Path work) {
        this.person = person;
        this.programs = new Programs(person.environment());
        this.work = work;
        this.service =
                programs.start(work, work.resolve("service.log"), podman("system", "service", "--time=0", address()));
    }

    static EmptyPodman start() throws IOException {
        var person = TestedEngine.PODMAN.person(Path.of("/"));
        // Short, as it is a part of the names of sockets.
        var work = Files.createTempDirectory(Path.of("/var/tmp"), "it-p-");
        var owner = work.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(person.name());
        var podman = new EmptyPodman(person, Files.setOwner(work, owner));
        Eventually.see("the socket of Podman's service", () -> podman.work.resolve("podman.sock"), Files::exists);
        return podman;
    }

    String address() {
        return "unix://" + work.resolve("podman.sock");
    }

    @Override
    public void close() {
        run(podman("rm", "--all", "--force", "--time=0"));
        Programs.end(service);
        Leftovers.end(work);
        run(person.saying(
                List.of("podman", "unshare", "rm", "-rf", work.resolve("root").toString())));
        run(List.of("rm", "-rf", "--one-file-system", work.toString()));
    }

    private void run(List<String> argv) {
        programs.run(LIMIT, Path.of("/"), argv).succeeded();
    }

    private List<String> podman(String... words) {
        var argv = new ArrayList<>(List.of(
                "podman",
                "--root",
                work.resolve("root").toString(),
                "--runroot",
                work.resolve("run").toString()));
        argv.addAll(List.of(words));
        return person.saying(argv);
    }
}
