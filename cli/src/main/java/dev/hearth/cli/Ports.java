package dev.hearth.cli;

import dev.hearth.core.process.Processes;
import dev.hearth.engine.ConnectedEngine;
import dev.hearth.engine.EngineChoice;
import dev.hearth.engine.EngineSurvey;
import dev.hearth.session.HostFacts;
import org.jspecify.annotations.Nullable;

/** What is outside hearth and answers back; each is asked for only when a command needs it. */
interface Ports {
    Processes processes();

    HostFacts host();

    /** Looks for all engines. */
    EngineSurvey survey(@Nullable EngineChoice choice);

    /** Takes the first engine that can be used. */
    ConnectedEngine connect(@Nullable EngineChoice choice);
}
