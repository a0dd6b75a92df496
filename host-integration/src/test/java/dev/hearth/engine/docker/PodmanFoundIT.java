package dev.hearth.engine.docker;

/** Podman, found and used as hearth does. */
class PodmanFoundIT extends RealEngineCases {
    PodmanFoundIT() {
        super(ItEngine.podman());
    }
}
