package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Measures pets beside what the engines and the established tools take, and writes it down: {@code ./verify --bench}. */
@Timeout(value = 60, unit = MINUTES)
class PetBenchmark {
    private static final Path REPORT = Path.of("target/performance-pets.txt");
    private static final String HEARTH = "hearth run";
    private static final String NSENTER = "nsenter";
    private static final String DOCKER_EXEC = "docker exec";
    private static final String LIST = "hearth list";
    private static final int PETS = 10;
    private static final int MANY = 200;
    private static final int MAKINGS = 3;

    private final List<String> report = new ArrayList<>();

    @Test
    void measure() throws IOException {
        Needed.programs("hyperfine", "nsenter", "time", "curl");
        try (var podman = InstalledHearth.on(TestedEngine.PODMAN);
                var docker = InstalledHearth.on(TestedEngine.DOCKER);
                var peers = Peers.of(podman.person(), podman.directory())) {
            onPodman(podman, peers);
            onDocker(docker);
            onDockerAsMember(podman.person());
            making(podman, peers);
            var generations = new GenerationBench(report);
            generations.measure("rootless Podman", podman);
            cloningADistrobox(peers);
            generations.measure("Docker", docker);
            generations.grow("Docker", docker);
            var ofTheBase = new FromBaseBench(report);
            ofTheBase.measure(LoopDisk.FileSystem.EXT4);
            ofTheBase.measure(LoopDisk.FileSystem.BTRFS);
            var compilers = new CompilerBench(report);
            compilers.measure("rootless Podman", podman, entered(podman));
            compilers.measure("Docker", docker, entered(docker));
        } finally {
            Files.write(REPORT, report);
        }
    }

    private void onPodman(InstalledHearth hearth, Peers peers) throws IOException {
        var pet = entered(hearth);
        var toolbox = peers.toolbox();
        peers.run("toolbox", "run", "-c", toolbox, "true");
        var distrobox = peers.distrobox();
        peers.run("distrobox", "enter", "-n", distrobox, "--", "true");
        bench(hearth)
                .with(
                        NSENTER,
                        hearth.person(),
                        hearth.directory(),
                        nsenter(hearth, pet, "--user", "--preserve-credentials"))
                .with(HEARTH, hearth.person(), hearth.directory(), hearth(hearth, "run", "-c", pet, "true"))
                .with("podman exec", hearth.person(), hearth.directory(), "podman", "exec", pet, "true")
                .with("toolbox run", hearth.person(), hearth.directory(), "toolbox", "run", "-c", toolbox, "true")
                .with(
                        "distrobox enter",
                        hearth.person(),
                        hearth.directory(),
                        "distrobox",
                        "enter",
                        "-n",
                        distrobox,
                        "--",
                        "true")
                .measure("Entering on rootless Podman, ms")
                .target(HEARTH, NSENTER, 3)
                .target(HEARTH, "podman exec", 1 / 20.0)
                .target(HEARTH, "toolbox run", 1 / 40.0);
        listing(hearth, peers);
    }

    private void listing(InstalledHearth hearth, Peers peers) throws IOException {
        for (int pets = 1; pets < PETS; pets++) {
            hearth.create(TestedEngine.image());
            peers.likeToolbox();
        }
        bench(hearth)
                .with(LIST, hearth.person(), hearth.directory(), hearth(hearth, "list"))
                .with("toolbox list", hearth.person(), hearth.directory(), "toolbox", "list")
                .with("podman ps", hearth.person(), hearth.directory(), "podman", "ps")
                .measure("Listing %d pets on rootless Podman, ms".formatted(PETS))
                .target(LIST, "toolbox list", 0.9);
        bench(hearth)
                .with("/bin/true", hearth.person(), hearth.directory(), "/bin/true")
                .with(
                        "hearth complete pets",
                        hearth.person(),
                        hearth.directory(),
                        InstalledHearth.LAUNCHER.toString(),
                        "complete",
                        "pets")
                .with(
                        "hearth --version",
                        hearth.person(),
                        hearth.directory(),
                        InstalledHearth.LAUNCHER.toString(),
                        "--version")
                .measure("Without Java, ms")
                .target("hearth complete pets", "/bin/true", 10)
                .target("hearth --version", "/bin/true", 10);
    }

    private void onDocker(InstalledHearth hearth) throws IOException {
        var pet = entered(hearth);
        bench(hearth)
                .with(NSENTER, hearth.person(), hearth.directory(), nsenter(hearth, pet))
                .with(HEARTH, hearth.person(), hearth.directory(), hearth(hearth, "run", "-c", pet, "true"))
                .with(DOCKER_EXEC, hearth.person(), hearth.directory(), client(hearth, "exec", pet, "true"))
                .measure("Entering on Docker, as root, ms")
                .target(HEARTH, DOCKER_EXEC, 1 / 8.0);
        growing(hearth, pet);
    }

    /** As somebody whom the daemon's group lets in, and who is not to join namespaces: the engine's client enters. */
    private void onDockerAsMember(Person member) throws IOException {
        try (var daemon = PrivateDocker.with(TestedEngine.image(), TestedEngine.DOCKER)) {
            daemon.admit(member.gid());
            try (var hearth = InstalledHearth.on(TestedEngine.DOCKER, daemon.address(), member)) {
                var pet = entered(hearth);
                bench(hearth)
                        .with(DOCKER_EXEC, member, hearth.directory(), client(hearth, "exec", pet, "true"))
                        .with(HEARTH, member, hearth.directory(), hearth(hearth, "run", "-c", pet, "true"))
                        .measure("Entering on Docker, as a member of its group, ms")
                        .target(HEARTH, DOCKER_EXEC, 1.1);
            }
        }
    }

    /** From a few pets to many; those are containers that are pets by their label. */
    private void growing(InstalledHearth hearth, String pet) throws IOException {
        var few = lists(hearth, "Listing 1 pet on Docker, ms");
        var label = hearth.client("inspect", "--format", "{{index .Config.Labels \"dev.hearth.spec\"}}", pet)
                .succeeded()
                .strip();
        for (int pets = 1; pets < MANY; pets++) {
            hearth.client(
                            "create",
                            "--name",
                            hearth.newPet(),
                            "--label",
                            "dev.hearth.spec=" + label,
                            TestedEngine.image(),
                            "true")
                    .succeeded();
        }
        var many = lists(hearth, "Listing %d pets on Docker, ms".formatted(MANY));
        double grown = many.median(LIST) - few.median(LIST);
        double raw = many.median("GET /containers/json") - few.median("GET /containers/json");
        Bench.target(report, "growth of hearth list to that of GET /containers/json", grown / raw, 1.5);
        var timed = new ArrayList<>(List.of(
                "/usr/bin/time", "--format=%M", "--output=" + hearth.directory().resolve("peak")));
        timed.addAll(hearth.command("list"));
        new Programs(hearth.person().environment())
                .run(Duration.ofMinutes(1), hearth.directory(), timed)
                .succeeded();
        double peak = Double.parseDouble(
                        Files.readString(hearth.directory().resolve("peak")).strip())
                / 1000;
        Bench.target(report, "peak of the memory of hearth list, MB", peak, 70);
    }

    private Bench.Measured lists(InstalledHearth hearth, String title) {
        return bench(hearth)
                .with(
                        "GET /containers/json",
                        hearth.person(),
                        hearth.directory(),
                        "curl",
                        "--silent",
                        "--output",
                        "/dev/null",
                        "--unix-socket",
                        TestedEngine.DOCKER.address().substring("unix://".length()),
                        "http://localhost/containers/json?all=1")
                .with(LIST, hearth.person(), hearth.directory(), hearth(hearth, "list"))
                .with("docker ps --all", hearth.person(), hearth.directory(), client(hearth, "ps", "--all"))
                .measure(title);
    }

    /** Each makes one after others of its image, and runs a first command in it. */
    private void making(InstalledHearth hearth, Peers peers) {
        var own = new ArrayList<Double>();
        var toolboxes = new ArrayList<Double>();
        for (int round = 0; round < MAKINGS; round++) {
            own.add(Bench.seconds(() -> hearth.run(hearth.create(TestedEngine.image()), "true")));
            toolboxes.add(Bench.seconds(() -> peers.run("toolbox", "run", "-c", peers.toolbox(), "true")));
        }
        double distrobox = Bench.seconds(() -> peers.run("distrobox", "enter", "-n", peers.distrobox(), "--", "true"));
        double hearths = new Samples(own).median();
        double toolbox = new Samples(toolboxes).median();
        report.add("");
        report.add(String.format(
                Locale.ROOT,
                "Making a second one and its first command, seconds: hearth %.1f, toolbox %.1f, distrobox %.1f",
                hearths,
                toolbox,
                distrobox));
        Bench.target(report, "hearth to toolbox", hearths / toolbox, 0.7);
        Bench.target(report, "hearth to distrobox", hearths / distrobox, 0.15);
    }

    /** By the engine's commit, too, and with the set-up at the first entry. */
    private void cloningADistrobox(Peers peers) {
        var distrobox = peers.distrobox();
        peers.run("distrobox", "enter", "-n", distrobox, "--", "sudo", "sh", "-c", GenerationBench.CHANGE);
        // To stop it would end all of the host's process namespace, by a control group that users may not have.
        peers.run("podman", "kill", distrobox);
        peers.run("podman", "wait", distrobox);
        double seconds = Bench.seconds(() -> peers.copyOf(distrobox));
        report.add(String.format(Locale.ROOT, "%-44s %8.1f", "distrobox create --clone", seconds));
    }

    /** {@return a pet that runs and was entered; a first one of the image takes the engine's one-time costs} */
    private static String entered(InstalledHearth hearth) {
        hearth.create(TestedEngine.image());
        var pet = hearth.create(TestedEngine.image());
        hearth.run(pet, "true");
        hearth.run(pet, "true");
        return pet;
    }

    private static String[] nsenter(InstalledHearth hearth, String pet, String... more) {
        var process = hearth.client("inspect", "--format", "{{.State.Pid}}", pet)
                .succeeded()
                .strip();
        return Stream.of(Stream.of("nsenter", "--target=" + process, "--mount"), Stream.of(more), Stream.of("true"))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private static String[] hearth(InstalledHearth hearth, String... words) {
        return Stream.concat(hearth.launcher().stream(), Stream.of(words)).toArray(String[]::new);
    }

    private static String[] client(InstalledHearth hearth, String... words) {
        return Stream.concat(hearth.clientWords().stream(), Stream.of(words)).toArray(String[]::new);
    }

    private Bench bench(InstalledHearth hearth) {
        return new Bench(hearth.directory(), report);
    }
}
