package dev.hearth.engine;

import dev.hearth.core.process.Command;
import dev.hearth.images.ImageReference;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The few things hearth asks of a container engine.
 *
 * <p>Every method throws a {@code Failure} and nothing else: {@link EngineUnreachable} and its siblings when the engine
 * cannot be asked, {@link ContainerGone} when the container went away before or during the call, {@link EngineRefused}
 * for any other error that the engine reports. A method that returns has done its work; one that throws may have done
 * part of it, and the caller looks again before it goes on.
 */
public interface ContainerEngine {

    /** {@return what the engine says about itself; asked once, then remembered} */
    EngineFacts facts();

    /** {@return how it is set up; asked each time} */
    EngineSettings settings();

    /** {@return whether ports of a container that has a network of its own can be published} */
    boolean canPublish();

    /** {@return the containers in any state that carry a label of this name, sorted by name} */
    List<Container> withLabel(String label);

    /** {@return the container of exactly this name or id} */
    Optional<Container> find(String nameOrId);

    /**
     * Makes a container and does not start it.
     *
     * @throws NameTaken when a container has the name
     * @throws dev.hearth.images.ImageNotFound when the engine does not have the image
     */
    ContainerId create(ContainerRequest request);

    /** Starts a container; one that runs is left alone. */
    void start(ContainerId id);

    /** Asks a container to end and kills it after the grace period; one that does not run is left alone. */
    void stop(ContainerId id, Duration grace);

    /**
     * Kills and removes a container with the nameless volumes made for it, or handed on to it, and with the volumes of
     * its overlays, that no other container has; one that is gone is left alone.
     */
    void remove(ContainerId id);

    /**
     * Gives a container another name, whether it runs or not.
     *
     * @throws NameTaken when a container has the name
     */
    void rename(ContainerId id, String name);

    /**
     * Makes an image of what a container has in its own files; what is mounted into it stays out. The image has the
     * container's configuration, its variables and its labels among it. A container that runs is paused meanwhile, on an
     * engine that can: those do that end containers by their control groups.
     *
     * @param name what the image is to be called; an image that had the name loses it
     * @param labels of the image, over those of the container
     * @return the image's content id
     * @throws LayersExhausted when the container's image has as many layers as the engine can stack
     */
    String commit(ContainerId id, ImageReference name, Map<String, String> labels);

    /** {@return the files of its containers} */
    ContainerFiles files();

    /**
     * Runs a program in a running container to its end, with no terminal and no input.
     *
     * @param line called with each line of its output, both streams merged, as it comes
     * @return its exit status; either 126 or 127 when the program cannot be run or found
     * @throws ContainerNotRunning when the container does not run
     */
    int exec(ContainerId id, ExecRequest request, Consumer<String> line);

    /**
     * Runs a program in a running container to its end, with no terminal and no input, and hands over the bytes that it
     * writes to its standard output; what it says elsewhere is lost.
     *
     * @return its exit status, as for {@link #exec}
     * @throws ContainerNotRunning when the container does not run
     */
    int read(ContainerId id, ExecRequest request, ByteReader reader);

    /** Reads the bytes that a program writes. */
    @FunctionalInterface
    interface ByteReader {
        /** Reads them; what it leaves is passed over. */
        void read(InputStream bytes) throws IOException;
    }

    /**
     * {@return what a container takes of the machine right now; empty when it does not run, and where nobody can tell, as
     * with a Podman that has no control groups}
     */
    Optional<ContainerUsage> usage(ContainerId id);

    /** {@return the last lines that the container's first process printed} */
    List<String> logs(ContainerId id, int lines);

    /**
     * {@return the program that hands the caller's own terminal and streams to a new process in a running container}
     *
     * <p>It ends with the process's exit status, passes its environment's variables of the requested names on, and has
     * the engine's detach keys out of the way.
     */
    Command terminal(ContainerId id, TerminalRequest request);
}
