package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerEngineContract;
import dev.hearth.images.ImageStore;

/** Holds Podman to the contract. */
class PodmanEngineIT extends ContainerEngineContract {
    private final ContainerEngine engine = ItEngine.podman().engine();

    @Override
    public ContainerEngine engine() {
        return engine;
    }

    @Override
    protected ImageStore store() {
        return new RealImages(ItEngine.podman()).store();
    }

    @Override
    protected String image() {
        return ItEngine.image();
    }
}
