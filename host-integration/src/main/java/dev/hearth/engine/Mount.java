package dev.hearth.engine;

import java.util.List;

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

    /**
     * A directory of the host that is read through, while what is written stays in volumes of the engine. They are made
     * when they are missing, and gone with the last container that has them.
     *
     * @param volume names the engine's view of both, and begins the names of the others
     * @param below the directory
     */
    record Overlay(String volume, String below, ContainerPath target) implements Mount {
        /** What such names begin with; nothing else may. */
        public static final String PREFIX = "hearth-home-";

        public Overlay {
            if (!volume.startsWith(PREFIX)) {
                throw new IllegalArgumentException("no name for an overlay: " + volume);
            }
        }

        /** {@return the volume that holds what was written, as the kernel writes it} */
        public String written() {
            return written(volume);
        }

        /** {@return the volume that holds what was written by way of one of this name} */
        public static String written(String volume) {
            return volume + "-written";
        }

        /** {@return the volume that the kernel needs beside it} */
        public String work() {
            return volume + "-work";
        }

        /** {@return all of them} */
        public List<String> volumes() {
            return List.of(volume, written(), work());
        }
    }

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
