package dev.hearth.engine;

/** How one path of a container differs from the image that the container was made from. */
public record FileChange(Kind kind, ContainerPath path) {

    /** What happened to a path. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
