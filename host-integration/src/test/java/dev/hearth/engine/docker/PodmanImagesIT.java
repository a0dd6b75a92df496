package dev.hearth.engine.docker;

/** Holds Podman's images to the contract. */
class PodmanImagesIT extends RealImageCases {
    PodmanImagesIT() {
        super(ItEngine.podman());
    }
}
