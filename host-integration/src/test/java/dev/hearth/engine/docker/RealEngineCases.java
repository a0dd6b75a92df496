package dev.hearth.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import dev.hearth.engine.ConnectedEngine;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerRequests;
import dev.hearth.engine.EngineChoice;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.Engines;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.MadeByTest;
import dev.hearth.engine.Mount;
import dev.hearth.engine.TerminalRequest;
import dev.hearth.images.ImageStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What only real engines can show: how they are found, what a whole request makes, how a terminal is handed over. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class RealEngineCases implements MadeByTest.OnEngine {
    @RegisterExtension
    final MadeByTest made = new MadeByTest();

    @TempDir
    private Path directory;

    private final ItEngine it;
    private final ContainerEngine engine;

    RealEngineCases(ItEngine it) {
        this.it = it;
        this.engine = it.engine();
    }

    @Override
    public ContainerEngine engine() {
        return engine;
    }

    @Test
    void isFoundByItsAddress() {
        var connected = connected();

        assertThat(connected.candidate().kind()).isEqualTo(it.kind());
        assertThat(connected.engine().facts()).isEqualTo(engine.facts());
        assertThat(connected.images()).isInstanceOf(ImageStore.class);
        assertThat(connected.engine().facts().rootless()).isEqualTo(it.kind() == EngineKind.PODMAN);
    }

    @Test
    void makesWhatAPetNeeds() throws IOException {
        var id = started(petLike());
        long uid = ((Number) Files.getAttribute(it.socket(), "unix:uid")).longValue();

        assertThat(printed(id, "cat", "/proc/mounts"))
                .anySatisfy(line -> assertThat(line).contains(" /mnt/share ").contains("ro,"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("tmpfs /mnt/memory ").contains("size=1024k"))
                .anySatisfy(line -> assertThat(line).startsWith("devpts /dev/pts "));
        assertThat(printed(id, "cat", "/proc/self/uid_map"))
                .anySatisfy(line -> assertThat(line.strip().split(" +", -1)).startsWith(Long.toString(uid)));
        assertThat(printed(id, "printenv", "GREETING")).containsExactly("good day");
    }

    @Test
    void handsTheTerminalsStreamsOver() {
        var id = started(ContainerRequests.plain(MadeByTest.newName(), ItEngine.image()));
        var request = new TerminalRequest("0:0", false, List.of("PASSED_ON", "UNSET"), List.of("sh", "-c"));
        var command = engine.terminal(id, request)
                .with("cat; printenv PASSED_ON; printenv UNSET || exit 42")
                .withInput("in\n")
                .withEnvironment("PASSED_ON", "a b=c");

        var finished = new HostProcesses(new Environment(System.getenv()), Trace.SILENT).run(command);

        assertThat(finished.err()).isEmpty();
        assertThat(finished.out()).isEqualTo("in\na b=c\n");
        assertThat(finished.status()).isEqualTo(42);
    }

    private ConnectedEngine connected() {
        var environment = new Environment(Map.of());
        var account = new Account("tester", 0, 0, List.of(), "", directory, Path.of("/bin/sh"));
        var processes = new HostProcesses(environment, Trace.SILENT);
        var paths = new HostPaths(directory, directory, directory, directory, directory);
        var connector = new DockerConnector(environment, account, processes, Trace.SILENT);
        var choice = new EngineChoice("unix://" + it.socket(), "--engine");
        return new Engines(environment, paths, account, processes, Trace.SILENT, () -> {}, connector, choice).choose();
    }

    private ContainerRequest petLike() {
        var plain = ContainerRequests.plain(MadeByTest.newName(), ItEngine.image());
        boolean rootless = it.kind() == EngineKind.PODMAN;
        return new ContainerRequest(
                plain.name(),
                plain.image(),
                "0:0",
                ContainerPath.of("/"),
                List.of("sleep", "600"),
                Map.of("GREETING", "good day"),
                List.of(),
                Map.of(),
                List.of(
                        new Mount.Bind("/usr/share", ContainerPath.of("/mnt/share"), true, Mount.Propagation.PRIVATE),
                        new Mount.Tmpfs(ContainerPath.of("/mnt/memory"), "size=1024k"),
                        new Mount.Devpts(ContainerPath.of("/dev/pts"))),
                // Not IPC, for which Podman would want the host's whole /dev to be bound; and not PID, since such a
                // container ends only where the user has a cgroup of his own.
                new ContainerRequest.Sharing(true, false, false, true, true),
                new ContainerRequest.Privileges(
                        rootless, rootless ? List.of() : List.of("SYS_PTRACE"), false, rootless, List.of()),
                ContainerRequest.Limits.NONE,
                List.of(),
                List.of(),
                false,
                false,
                null,
                null);
    }

    private ContainerId started(ContainerRequest request) {
        var id = engine.create(ContainerRequests.withLabels(request, made.labels()));
        engine.start(id);
        return id;
    }

    private List<String> printed(ContainerId id, String... command) {
        var lines = new ArrayList<String>();
        assertThat(engine.exec(id, ExecRequest.asRoot(command), lines::add)).isZero();
        return lines;
    }
}
