package dev.hearth.setup;

/** How the host presents control groups. */
public enum CgroupMode {
    /** Only the unified hierarchy. */
    V2,
    /** The old hierarchies, with the unified one beside them. */
    HYBRID,
    /** Only the old hierarchies. */
    V1;

    boolean isUnified() {
        return this == V2;
    }
}
