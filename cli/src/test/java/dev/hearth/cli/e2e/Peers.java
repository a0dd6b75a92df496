package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The established tools, as packaged by Debian, with containers of a person's on Podman. */
final class Peers implements AutoCloseable {
    private static final Path SYSTEM_BUS = Path.of("/run/dbus/system_bus_socket");
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Person person;
    private final Path directory;
    private final Programs programs;
    private final Optional<Process> bus;
    private final List<String> containers = new ArrayList<>();
    private final String image = "localhost/" + InstalledHearth.newName();

    private Peers(Person person, Path directory, Optional<Process> bus) {
        this.person = person;
        this.directory = directory;
        this.programs = new Programs(person.environment());
        this.bus = bus;
    }

    /** Makes what they need. */
    static Peers of(Person person, Path directory) throws IOException {
        Needed.programs("toolbox", "distrobox", "dbus-daemon", "podman");
        var peers = new Peers(person, directory, startSystemBus(directory));
        peers.keepToolboxFromMigrating();
        // What they ask of an image: that it says so, and programs that they call.
        var recipe = """
                FROM %s
                LABEL com.github.containers.toolbox=true
                RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends libcap2-bin
                """.formatted(TestedEngine.image());
        var file = Files.writeString(directory.resolve("Containerfile"), recipe);
        // The host's network, as a network of its own takes a device that not every machine lets users open.
        peers.run(
                "podman",
                "build",
                "--quiet",
                "--network=host",
                "--tag",
                peers.image,
                "--file",
                file.toString(),
                directory.toString());
        return peers;
    }

    /** {@return a new container of toolbox's, that was not entered yet} */
    String toolbox() {
        var name = newName();
        run("toolbox", "create", "--assumeyes", "--image", image, name);
        return name;
    }

    /** {@return a container that toolbox takes for its own, made without it} */
    String likeToolbox() {
        var name = newName();
        run("podman", "create", "--name", name, image, "true");
        return name;
    }

    /** {@return a new container of distrobox's, that was not entered yet} */
    String distrobox() {
        var name = newName();
        run("distrobox", "create", "--yes", "--image", image, "--name", name);
        return name;
    }

    /** {@return a copy of a container of distrobox's, which does not run, that was not entered yet} */
    String copyOf(String distrobox) {
        var name = newName();
        run("distrobox", "create", "--yes", "--clone", distrobox, "--name", name);
        return name;
    }

    /** {@return what a program of the person's wrote, which must succeed} */
    String run(String... words) {
        return programs.run(LONG, directory, person.saying(List.of(words))).succeeded();
    }

    @Override
    public void close() {
        for (var container : containers) {
            // Where users have no control groups, what shares the host's processes outlives its container.
            programs.run(LONG, directory, person.saying(List.of("podman", "kill", container)));
            programs.run(LONG, directory, person.saying(List.of("podman", "rm", "--force", "--time=0", container)));
        }
        programs.run(LONG, directory, person.saying(List.of("podman", "rmi", "--force", image)));
        bus.ifPresent(Programs::end);
    }

    /** It does once for each version of Podman, and ends the processes that Podman's other containers depend on. */
    private void keepToolboxFromMigrating() {
        var version = run("podman", "version", "--format", "{{.Client.Version}}");
        var mark =
                person.home().resolve(".config/toolbox/podman-system-migrate").toString();
        run("sh", "-c", "mkdir -p \"${1%/*}\" && printf %s \"$2\" >\"$1\"", "sh", mark, version.strip());
    }

    private String newName() {
        containers.add(InstalledHearth.newName());
        return containers.getLast();
    }

    private static Optional<Process> startSystemBus(Path directory) throws IOException {
        if (Files.exists(SYSTEM_BUS)) {
            return Optional.empty();
        }
        Files.createDirectories(SYSTEM_BUS.getParent());
        var started = new Programs(System.getenv())
                .start(
                        directory,
                        directory.resolve("bus.log"),
                        List.of("dbus-daemon", "--system", "--nofork", "--nopidfile"));
        Eventually.see("a system bus", () -> Files.exists(SYSTEM_BUS), there -> there);
        return Optional.of(started);
    }
}
