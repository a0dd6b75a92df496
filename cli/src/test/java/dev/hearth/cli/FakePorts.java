package dev.hearth.cli;

import dev.hearth.bridge.Bridge;
import dev.hearth.bridge.BridgeLog;
import dev.hearth.bridge.FakeBridge;
import dev.hearth.bridge.HostRights;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.engine.ConnectedEngine;
import dev.hearth.engine.EngineCandidate;
import dev.hearth.engine.EngineCandidate.Verdict;
import dev.hearth.engine.EngineChoice;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineSurvey;
import dev.hearth.engine.EngineUnreachable;
import dev.hearth.engine.FakeContainerEngine;
import dev.hearth.os.OsEngine;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.rollout.ChannelStore;
import dev.hearth.session.HostFacts;
import dev.hearth.session.MountTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host on which Docker runs, unless something is wrong with it. */
final class FakePorts implements Ports {
    private final FakeContainerEngine engine;
    private final ScriptedProcesses processes = new ScriptedProcesses();
    private final List<@Nullable EngineChoice> choices = new ArrayList<>();
    private OsEngine base;
    private @Nullable RuntimeException trouble;
    private @Nullable RuntimeException baseless;

    FakePorts(FakeContainerEngine engine, OsEngine base) {
        this.engine = engine;
        this.base = base;
    }

    /** Has no engine to offer but this. */
    void breakWith(RuntimeException failure) {
        trouble = failure;
    }

    /** Has another base. */
    void keep(OsEngine other) {
        base = other;
    }

    /** Has no base to keep. */
    void keepNone(RuntimeException failure) {
        baseless = failure;
    }

    OsEngine base() {
        return base;
    }

    ScriptedProcesses scripted() {
        return processes;
    }

    /** {@return the engine that was asked for, each time one was needed} */
    List<@Nullable EngineChoice> choices() {
        return choices;
    }

    @Override
    public Bridge bridge(PrivateDirectory runtime, BridgeLog log, Supplier<HostRights> rights) {
        return new FakeBridge();
    }

    @Override
    public Processes processes() {
        return processes;
    }

    @Override
    public HostFacts host() {
        return new HostFacts("workstation", "", List.of(), MountTable.parse(""), Set.of(), "none");
    }

    @Override
    public EngineSurvey survey(@Nullable EngineChoice choice) {
        choices.add(choice);
        return new EngineSurvey(
                List.of(
                        new EngineCandidate(
                                EngineKind.PODMAN,
                                "DOCKER_HOST",
                                "unix:///run/gone.sock",
                                new Verdict.Unusable(
                                        new EngineUnreachable(EngineKind.PODMAN, "/run/gone.sock", "refused"))),
                        new EngineCandidate(
                                EngineKind.PODMAN,
                                "rootless Podman's socket",
                                "unix:///run/user/1000/podman/podman.sock",
                                new Verdict.Absent("Podman is not installed")),
                        docker()),
                docker());
    }

    @Override
    public ConnectedEngine connect(@Nullable EngineChoice choice) {
        choices.add(choice);
        if (trouble != null) {
            throw trouble;
        }
        return new ConnectedEngine(engine, engine.imageStore(), docker());
    }

    @Override
    public OsEngine base(@Nullable Path sysroot, ResolutionStore resolutions, ChannelStore channels) {
        if (baseless != null) {
            throw baseless;
        }
        return base;
    }

    private static EngineCandidate docker() {
        return new EngineCandidate(
                EngineKind.DOCKER,
                "Docker's socket",
                "unix:///run/docker.sock",
                new Verdict.Usable("28.2.2", "1.41", false));
    }
}
