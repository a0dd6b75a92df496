package dev.hearth.engine.docker;

class PodmanRegistryIT extends RegistryCases {
    PodmanRegistryIT() {
        super(ItEngine.podman());
    }
}
