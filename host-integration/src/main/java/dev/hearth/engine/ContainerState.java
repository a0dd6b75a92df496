package dev.hearth.engine;

/** The states of a container that differ for hearth. */
public enum ContainerState {
    /** Made and never started. */
    CREATED,
    RUNNING,
    PAUSED,
    /** Ended, by itself or when stopped. */
    STOPPED,
    /** The engine is about to remove it, or failed to. */
    REMOVING
}
