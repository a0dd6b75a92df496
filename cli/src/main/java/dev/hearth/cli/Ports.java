package dev.hearth.cli;

import dev.hearth.bridge.Bridge;
import dev.hearth.bridge.BridgeLog;
import dev.hearth.bridge.HostRights;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.ConnectedEngine;
import dev.hearth.engine.EngineChoice;
import dev.hearth.engine.EngineSurvey;
import dev.hearth.os.OsEngine;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.rollout.ChannelStore;
import dev.hearth.session.HostFacts;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is outside hearth and answers back; each is asked for only when a command needs it. */
interface Ports {
    Processes processes();

    HostFacts host();

    /** {@return who answers pets that call for commands on the host} */
    Bridge bridge(PrivateDirectory runtime, BridgeLog log, Supplier<HostRights> rights);

    /** Looks for all engines. */
    EngineSurvey survey(@Nullable EngineChoice choice);

    /** Takes the first engine that can be used. */
    ConnectedEngine connect(@Nullable EngineChoice choice);

    /**
     * Finds what keeps a base.
     *
     * @param sysroot the directory of the sysroot that is meant; absent for the host itself
     * @param resolutions the decisions about configuration that could not be merged
     * @param channels what was read of channels before
     */
    OsEngine base(@Nullable Path sysroot, ResolutionStore resolutions, ChannelStore channels);
}
