package dev.hearth.devcontainer;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.yaml.YamlNode;

/** A project wants several containers. */
public final class ComposeNeeded extends Failure.Unavailable {
    ComposeNeeded(YamlNode place) {
        super(
                "%s: %s asks for several containers, and a pet is one".formatted(place.position(), place.subject()),
                "Start them with `devcontainer up` or `docker compose`; a pet reaches their ports on 127.0.0.1.");
    }
}
