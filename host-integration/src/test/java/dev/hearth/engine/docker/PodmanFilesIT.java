package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerFilesContract;

/** Holds Podman's files to the contract. */
class PodmanFilesIT extends ContainerFilesContract {
    private final ContainerEngine engine = ItEngine.podman().engine();

    @Override
    public ContainerEngine engine() {
        return engine;
    }

    @Override
    protected String image() {
        return ItEngine.image();
    }
}
