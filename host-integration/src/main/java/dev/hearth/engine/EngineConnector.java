package dev.hearth.engine;

import java.nio.file.Path;

/** Talks to whatever listens on a socket; what discovery needs of an adapter. */
public interface EngineConnector {
    /**
     * Asks who listens on a socket, and whether it is good enough for hearth.
     *
     * @param expected the engine to name in a failure when nothing tells
     */
    Answer ask(Path socket, EngineKind expected);

    /** {@return the engine at a candidate's address, with its images} */
    ConnectedEngine connect(EngineCandidate candidate);

    /** Who answered. */
    record Answer(EngineKind kind, String version, boolean rootless) {}
}
