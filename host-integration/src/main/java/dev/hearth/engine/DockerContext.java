package dev.hearth.engine;

import dev.hearth.core.host.Environment;
import dev.hearth.core.text.Sha256;
import dev.hearth.engine.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The engine that Docker's own command was told to use.
 *
 * @param address such as {@code unix:///run/docker.sock} or {@code ssh://build.example}
 */
record DockerContext(String name, String address) {
    private static final String DEFAULT = "default";

    /** {@return the current context, unless it is the one that every Docker has from the start} */
    static Optional<DockerContext> current(Environment environment, Path home) {
        var directory = environment.get("DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
        return environment
                .get("DOCKER_CONTEXT")
                .or(() -> json(directory.resolve("config.json"))
                        .at("currentContext")
                        .nonEmpty())
                .filter(name -> !name.equals(DEFAULT))
                .flatMap(name -> address(directory, name).map(address -> new DockerContext(name, address)));
    }

    private static Optional<String> address(Path directory, String name) {
        var metadata =
                directory.resolve("contexts/meta").resolve(Sha256.of(name)).resolve("meta.json");
        return json(metadata).at("Endpoints", "docker", "Host").nonEmpty();
    }

    private static Json json(Path file) {
        // As for Docker's own command, what may not be read counts as not there.
        if (!Files.isReadable(file)) {
            return Json.parse("{}");
        }
        try {
            return Json.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
