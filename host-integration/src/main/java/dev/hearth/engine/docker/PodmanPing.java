package dev.hearth.engine.docker;

import dev.hearth.engine.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * What Podman says of itself when it is only asked whether it is there.
 *
 * <p>Its answer about versions takes a second: it asks the host's package manager where its parts come from.
 *
 * @param version Podman's own, such as {@code 4.3.1}
 * @param apiVersion that of Docker's API which it speaks
 */
record PodmanPing(String version, String apiVersion) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** {@return it; empty where the engine that answers is none} */
    static Optional<PodmanPing> ask(EngineApi api) {
        var request = HttpRequest.of("GET", "/_ping").withPatience(PATIENCE);
        return api.read(
                Task.of("tell its version"),
                request,
                answer -> answer.header("Libpod-API-Version")
                        .map(version -> new PodmanPing(
                                version, answer.header("API-Version").orElse("0"))));
    }
}
