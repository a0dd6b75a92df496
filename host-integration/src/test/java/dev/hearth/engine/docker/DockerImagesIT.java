package dev.hearth.engine.docker;

/** Holds Docker's images to the contract. */
class DockerImagesIT extends RealImageCases {
    DockerImagesIT() {
        super(ItEngine.docker());
    }
}
