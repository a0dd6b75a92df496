package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerFilesContract;

/** Holds Docker's files to the contract. */
class DockerFilesIT extends ContainerFilesContract {
    private final ContainerEngine engine = ItEngine.docker().engine();

    @Override
    public ContainerEngine engine() {
        return engine;
    }

    @Override
    protected String image() {
        return ItEngine.image();
    }
}
