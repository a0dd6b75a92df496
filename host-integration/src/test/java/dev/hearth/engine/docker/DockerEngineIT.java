package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerEngineContract;
import dev.hearth.images.ImageStore;

/** Holds Docker to the contract. */
class DockerEngineIT extends ContainerEngineContract {
    private final ContainerEngine engine = ItEngine.docker().engine();

    @Override
    public ContainerEngine engine() {
        return engine;
    }

    @Override
    protected ImageStore store() {
        return new RealImages(ItEngine.docker()).store();
    }

    @Override
    protected String image() {
        return ItEngine.image();
    }
}
