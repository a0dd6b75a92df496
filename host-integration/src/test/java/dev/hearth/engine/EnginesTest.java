package dev.hearth.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.core.trace.Trace;
import dev.hearth.engine.EngineCandidate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesTest {
    @TempDir
    private Path root;

    private final ScriptedConnector connector = new ScriptedConnector();
    private final ScriptedProcesses processes = new ScriptedProcesses();
    private final Map<String, String> variables = new TreeMap<>();
    private long uid = 1000;
    private PodmanReadiness readiness = () -> {};

    @BeforeEach
    void setUp() throws IOException {
        Files.createDirectories(root.resolve("sys/fs/cgroup"));
        Files.createFile(root.resolve("sys/fs/cgroup/cgroup.controllers"));
        Files.createDirectories(root.resolve("home"));
        Files.createDirectories(root.resolve("run/user/1000"));
        variables.put("XDG_RUNTIME_DIR", root.resolve("run/user/1000").toString());
    }

    @Test
    void prefersRootlessPodmanThenRootfulThenDocker() {
        connector.answer(rootless(), EngineKind.PODMAN);
        connector.answer(rootful(), EngineKind.PODMAN);
        connector.answer(docker(), EngineKind.DOCKER);

        assertThat(chosen()).isEqualTo("rootless Podman's socket");
        assertThat(connector.asked()).containsExactly(rootless());
    }

    @Test
    void asksTheNextPlaceWhenThereIsNothing() {
        connector.answer(docker(), EngineKind.DOCKER);

        assertThat(engines(null).survey().candidates())
                .containsExactly(
                        podman("rootless Podman's socket", rootless(), new Verdict.Absent("Podman is not installed")),
                        podman("rootful Podman's socket", rootful(), new Verdict.Absent("there is no such socket")),
                        new EngineCandidate(
                                EngineKind.DOCKER,
                                "Docker's socket",
                                "unix://" + docker(),
                                new Verdict.Usable("20.10.24", "1.41", false)));
        assertThat(chosen()).isEqualTo("Docker's socket");
    }

    @Test
    void takesContainerHostAndNothingElse() {
        var other = root.resolve("other.sock");
        variables.put("CONTAINER_HOST", "unix://" + other);
        variables.put("DOCKER_HOST", "unix://" + docker());
        connector.answer(docker(), EngineKind.DOCKER);

        assertThatThrownBy(this::chosen).isInstanceOf(EngineUnreachable.class).hasMessageContaining("'" + other + "'");
        assertThat(connector.asked()).containsExactly(other);
    }

    @Test
    void saysWhichEngineReallyAnswersOnDockerHost() {
        variables.put("DOCKER_HOST", "unix://" + rootful());
        connector.answer(rootful(), EngineKind.PODMAN);

        assertThat(engines(null).choose().candidate())
                .isEqualTo(podman("DOCKER_HOST", rootful(), new Verdict.Usable("4.3.1", "1.41", false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://10.0.0.1:2376", "ssh://build.example", "npipe:////./pipe/docker_engine", "fd://"})
    void refusesAnEngineOnAnotherMachineWhenItIsAskedFor(String address) {
        connector.answer(docker(), EngineKind.DOCKER);
        variables.put("DOCKER_HOST", address);

        assertThatThrownBy(this::chosen)
                .isInstanceOf(RemoteEngine.class)
                .hasMessage("The engine at '" + address + "' is on another machine, which hearth does not support yet");
        assertThatThrownBy(() -> engines(new EngineChoice(address, "--engine")).choose())
                .isInstanceOf(RemoteEngine.class);
        assertThat(connector.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix://relative", "unix:/run/x.sock", "./x.sock", "foo", "foo:2375"})
    void refusesAnAddressThatIsNoPath(String address) {
        connector.answer(docker(), EngineKind.DOCKER);
        variables.put("DOCKER_HOST", address);

        assertThatThrownBy(this::chosen)
                .isInstanceOf(InvalidEngine.class)
                .hasMessage("'" + address + "', from DOCKER_HOST, is not the absolute path of a socket");
        assertThat(connector.asked()).isEmpty();
    }

    @Test
    void refusesAChoiceThatIsNoPathBeforeAnythingIsAsked() {
        var engines = engines(new EngineChoice("unix://relative", "--engine"));

        assertThatThrownBy(engines::survey).isInstanceOfSatisfying(InvalidEngine.class, failure -> {
            assertThat(failure.message())
                    .isEqualTo("'unix://relative', from --engine, is not the absolute path of a socket");
            assertThat(failure.hint()).hasValue("Write unix:// and an absolute path, such as unix:///run/docker.sock.");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1000, /run/user/1000/podman/podman.sock, podman",
        "1000, /run/podman/podman.sock,           unix:///run/podman/podman.sock",
        "1000, /run/docker.sock,                  unix:///run/docker.sock",
        "0,    /run/podman/podman.sock,           podman",
        "0,    /srv/docker.sock,                  unix:///srv/docker.sock",
    })
    void namesAnEngineSoThatItIsFoundAnotherDay(long user, Path socket, String choice) {
        var environment = new Environment(Map.of("XDG_RUNTIME_DIR", "/run/user/1000"));
        var account = new Account("ada", user, user, List.of(), "", Path.of("/home/ada"), Path.of("/bin/sh"));

        assertThat(Engines.lastingChoice(socket, environment, account)).isEqualTo(choice);
    }

    @Test
    void takesADockerConfigurationThatIsOutOfReachForNone() throws IOException {
        Files.writeString(root.resolve("file"), "");
        variables.put("DOCKER_CONFIG", root.resolve("file/below").toString());
        connector.answer(docker(), EngineKind.DOCKER);

        assertThat(chosen()).isEqualTo("Docker's socket");
    }

    @Test
    void passesOverADockerContextOnAnotherMachine() throws IOException {
        context("build", "ssh://build.example");
        connector.answer(docker(), EngineKind.DOCKER);

        assertThat(chosen()).isEqualTo("Docker's socket");
        assertThat(engines(null).survey().candidates().getFirst())
                .satisfies(candidate -> assertThat(candidate.source()).isEqualTo("context 'build'"))
                .satisfies(candidate -> assertThat(candidate.isUsable()).isFalse());
    }

    @Test
    void followsTheCurrentDockerContext() throws IOException {
        var socket = root.resolve("context.sock");
        context("local", "unix://" + socket);
        connector.answer(socket, EngineKind.DOCKER);
        connector.answer(rootful(), EngineKind.PODMAN);

        assertThat(chosen()).isEqualTo("context 'local'");
    }

    @Test
    void looksForTheKindThatWasAskedForOnly() {
        connector.answer(rootless(), EngineKind.PODMAN);
        connector.answer(docker(), EngineKind.DOCKER);

        assertThat(engines(new EngineChoice("docker", "--engine"))
                        .choose()
                        .candidate()
                        .source())
                .isEqualTo("Docker's socket");
        assertThat(connector.asked()).containsExactly(docker());
    }

    @Test
    void takesAnAddressThatWasAskedFor() {
        connector.answer(rootful(), EngineKind.PODMAN);
        var choice = new EngineChoice("unix://" + rootful(), "HEARTH_ENGINE");

        assertThat(engines(choice).choose().candidate())
                .isEqualTo(podman("HEARTH_ENGINE", rootful(), new Verdict.Usable("4.3.1", "1.41", false)));
    }

    @Test
    void refusesAWordThatNamesNoEngine() {
        assertThatThrownBy(() -> engines(new EngineChoice("lxc", "--engine")).choose())
                .isInstanceOf(InvalidEngine.class)
                .hasMessage("'lxc', from --engine, names no container engine");
    }

    @Test
    void startsPodmansServiceForTheUser() {
        processes.answer("", "podman", "system", "service", "--time=300", "unix://" + rootless());
        connector.answerLater(rootless());

        assertThat(chosen()).isEqualTo("rootless Podman's socket");
        processes.verify();
    }

    @Test
    void leavesAPodmanAloneThatCouldRunNothing() {
        processes.installed("podman");
        readiness = () -> {
            throw new PodmanUnprepared();
        };

        assertThatThrownBy(this::chosen).isInstanceOf(PodmanUnprepared.class);
        connector.answer(docker(), EngineKind.DOCKER);
        assertThat(chosen()).isEqualTo("Docker's socket");
        processes.verify();
    }

    @Test
    void preparesTheUsersNamespaceFirstWhereCgroupsAreHybrid() throws IOException {
        Files.delete(root.resolve("sys/fs/cgroup/cgroup.controllers"));
        processes
                .answer("tmpfs\n", "podman", "unshare", "stat", "-f", "-c", "%T", "/sys/fs/cgroup")
                .answer(
                        "",
                        "podman",
                        "unshare",
                        "unshare",
                        "--cgroup",
                        "mount",
                        "-t",
                        "cgroup2",
                        "none",
                        "/sys/fs/cgroup")
                .answer("", "podman", "unshare", "mount", "--make-rshared", "/")
                .answer("", "podman", "system", "service", "--time=300", "unix://" + rootless());
        connector.answerLater(rootless());

        assertThat(chosen()).isEqualTo("rootless Podman's socket");
        processes.verify();
    }

    @Test
    void preparesTheNamespaceOnceABoot() throws IOException {
        Files.delete(root.resolve("sys/fs/cgroup/cgroup.controllers"));
        processes
                .answer("cgroup2fs\n", "podman", "unshare", "stat", "-f", "-c", "%T", "/sys/fs/cgroup")
                .answer("", "podman", "system", "service", "--time=300", "unix://" + rootless());
        connector.answerLater(rootless());

        assertThat(chosen()).isEqualTo("rootless Podman's socket");
        processes.verify();
    }

    @Test
    void givesRootARunningDockerRatherThanAPodmanToBeStarted() {
        uid = 0;
        processes.installed("podman");
        connector.answer(docker(), EngineKind.DOCKER);

        assertThat(chosen()).isEqualTo("Docker's socket");
        assertThat(processes.ran()).isEmpty();
    }

    @Test
    void tellsOfTheEngineThatIsThereAndCannotBeUsed() {
        var forbidden = new EngineForbidden(EngineKind.DOCKER, docker().toString(), "a hint");
        connector.fail(docker(), forbidden);

        assertThatThrownBy(this::chosen).isSameAs(forbidden);
    }

    @Test
    void saysWhereItLookedWhenThereIsNone() {
        assertThatThrownBy(this::chosen)
                .isInstanceOf(NoEngine.class)
                .hasMessage("No container engine can be used: rootless Podman's socket, 'unix://" + rootless()
                        + "': Podman is not installed; rootful Podman's socket, 'unix://" + rootful()
                        + "': there is no such socket; Docker's socket, 'unix://" + docker()
                        + "': there is no such socket");
        assertThat(engines(null).survey().chosen()).isNull();
    }

    @Test
    void passesOnThatAnEngineIsTooOld() {
        connector.fail(rootless(), new EngineTooOld(EngineKind.PODMAN, "3.4", "4.0"));

        assertThatThrownBy(this::chosen)
                .isInstanceOf(EngineTooOld.class)
                .hasMessage("Podman's API must be at least version 4.0, but is version 3.4");
    }

    private String chosen() {
        return engines(null).choose().candidate().source();
    }

    private Engines engines(@Nullable EngineChoice choice) {
        var account = new Account("ada", uid, uid, List.of(), "", root.resolve("home"), Path.of("/bin/sh"));
        var environment = new Environment(variables);
        var paths = new HostPaths(
                root.resolve("config"), root.resolve("etc"), root.resolve("state"), root.resolve("cache"), runtime());
        return new Engines(
                new EnginePlaces(environment, account, root),
                new PodmanService(processes, account, paths, root, readiness),
                connector,
                Trace.SILENT,
                choice);
    }

    private Path runtime() {
        return root.resolve("runtime");
    }

    private void context(String name, String address) throws IOException {
        var directory = root.resolve("home/.docker");
        var known = Map.of(
                "build",
                "44575cf5b28512d75644bf54a517dcef304ff809fd511747621b4d64f19aac66",
                "local",
                "25bf8e1a2393f1108d37029b3df5593236c755742ec93465bbafa9b290bddcf6");
        var meta = directory.resolve("contexts/meta").resolve(known.getOrDefault(name, name));
        Files.createDirectories(meta);
        Files.writeString(directory.resolve("config.json"), "{\"currentContext\": \"" + name + "\"}");
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\": \"" + name + "\", \"Endpoints\": {\"docker\": {\"Host\": \"" + address + "\"}}}");
    }

    private static EngineCandidate podman(String source, Path socket, Verdict verdict) {
        return new EngineCandidate(EngineKind.PODMAN, source, "unix://" + socket, verdict);
    }

    private Path rootless() {
        return root.resolve("run/user/1000/podman/podman.sock");
    }

    private Path rootful() {
        return root.resolve("run/podman/podman.sock");
    }

    private Path docker() {
        return root.resolve("run/docker.sock");
    }
}
