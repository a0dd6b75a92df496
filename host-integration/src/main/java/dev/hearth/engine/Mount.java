package dev.hearth.engine;

/** Something that a container sees at a path and that is not part of its image. */
public sealed interface Mount {
    /** {@return where the container sees it} */
    ContainerPath target();

    /**
     * A directory or file of the host.
     *
     * @param source a host path; it must exist
     * @param propagation whether mounts made below it later are seen
     */
    record Bind(String source, ContainerPath target, boolean readOnly, Propagation propagation) implements Mount {}

    /** A volume kept by the engine, made when it is missing. */
    record Volume(String name, ContainerPath target, boolean readOnly) implements Mount {}

    /** A nameless volume that was made for another container; whichever has it last takes it along. */
    record HandedOn(String name, ContainerPath target) implements Mount {}

    /** An empty file system in memory. */
    record Tmpfs(ContainerPath target, String options) implements Mount {}

    /** Pseudo-terminals of the container's own; only engines that can, others leave it out. */
    record Devpts(ContainerPath target) implements Mount {}

    /** Which later mounts cross between host and container. */
    enum Propagation {
        /** None. */
        PRIVATE,
        /** The host's mounts appear in the container; never the other way. */
        SLAVE
    }
}
