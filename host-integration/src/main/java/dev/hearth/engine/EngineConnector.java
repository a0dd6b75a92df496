package dev.hearth.engine;

import java.nio.file.Path;

/** Talks to whatever listens on a socket; what discovery needs of an adapter. */
public interface EngineConnector {
    /**
     * Asks who listens on a socket, and whether it is good enough for hearth.
     *
     * @param expected the engine to name in a failure when nothing tells
     * @throws EngineUnreachable when nobody answers
     * @throws EngineForbidden when the user may not ask
     * @throws EngineTooOld when it cannot do what hearth needs
     * @throws RootlessDocker when it is that
     */
    Answer ask(Path socket, EngineKind expected);

    /** {@return the engine at a candidate's address, with its images} */
    ConnectedEngine connect(EngineCandidate candidate);

    /**
     * Who answered.
     *
     * @param apiVersion of Docker's API, which hearth is to speak with it
     */
    record Answer(EngineKind kind, String version, String apiVersion, boolean rootless) {}
}
