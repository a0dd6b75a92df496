package dev.hearth.engine.docker;

/** Docker, found and used as hearth does. */
class DockerFoundIT extends RealEngineCases {
    DockerFoundIT() {
        super(ItEngine.docker());
    }
}
