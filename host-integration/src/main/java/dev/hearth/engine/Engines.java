package dev.hearth.engine;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.Processes;
import dev.hearth.core.trace.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the container engine that hearth is to use. */
public final class Engines {
    private final EngineConnector connector;

    /**
     * Looks for engines on this host.
     *
     * @param choice what the user asked for; absent when hearth is to choose
     */
    @SuppressWarnings("UnusedVariable") // the search itself comes with the adapter
    public Engines(
            Environment environment,
            HostPaths paths,
            Account account,
            Processes processes,
            Trace trace,
            EngineConnector connector,
            @Nullable EngineChoice choice) {
        this.connector = connector;
    }

    /** {@return all places where an engine may be, each asked, and the one that {@link #choose} would take} */
    public EngineSurvey survey() {
        return new EngineSurvey(List.of(), null);
    }

    /**
     * {@return the first engine that can be used; later places are not asked}
     *
     * @throws NoEngine when there is none
     * @throws RemoteEngine when one on another machine was asked for
     */
    public ConnectedEngine choose() {
        var chosen = survey().chosen();
        if (chosen == null) {
            throw new NoEngine("none was found");
        }
        return connector.connect(chosen);
    }
}
