package dev.hearth.engine.docker;

class DockerRegistryIT extends RegistryCases {
    DockerRegistryIT() {
        super(ItEngine.docker());
    }
}
