package dev.hearth.engine.docker;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.trace.Trace;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.http.UnixHttp;
import java.nio.file.Path;

/** The real engines that integration tests work on, as the environment names them. */
final class ItEngine {
    private static final String SCHEME = "unix://";

    private final EngineKind kind;
    private final Path socket;

    private ItEngine(EngineKind kind, Path socket) {
        this.kind = kind;
        this.socket = socket;
    }

    /** {@return the Docker under test} */
    static ItEngine docker() {
        return new ItEngine(EngineKind.DOCKER, socket("HEARTH_IT_DOCKER"));
    }

    /** {@return the rootless Podman under test} */
    static ItEngine podman() {
        return new ItEngine(EngineKind.PODMAN, socket("HEARTH_IT_PODMAN"));
    }

    /** {@return the name of an image of a whole Debian that both engines have} */
    static String image() {
        return Needed.find("HEARTH_IT_IMAGE").orElse("localhost/hearth-it/debian:12");
    }

    EngineKind kind() {
        return kind;
    }

    Path socket() {
        return socket;
    }

    EngineApi api() {
        return new EngineApi(http(), translation(), EngineApi.WRITTEN_FOR);
    }

    DockerJava dockerJava() {
        return new DockerJava(http(), translation(), EngineApi.WRITTEN_FOR);
    }

    DockerEngine engine() {
        return new DockerEngine(api(), dockerJava());
    }

    private UnixHttp http() {
        return new UnixHttp(socket, Trace.SILENT);
    }

    private Translation translation() {
        return new Translation(kind, socket, "tester");
    }

    private static Path socket(String name) {
        return Path.of(Needed.variable(name).substring(SCHEME.length()));
    }
}
