package dev.hearth.pets;

import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the tools inside a pet look for to find its engine.
 *
 * <p>The socket itself is linked to by set-up, at the place where clients look by themselves. {@code DOCKER_HOST} stays
 * unset: with any value, {@code oc cluster up} takes the engine for one of another machine.
 */
final class EngineInside {
    private EngineInside() {}

    /** {@return variables for all that runs in the pet} */
    static Map<String, String> variables(PetSpec spec, EngineFacts engine) {
        var variables = new LinkedHashMap<String, String>();
        if (!spec.withEngine()) {
            return variables;
        }
        var socket = engine.socket().toString();
        // Helper containers bind the socket, so it has to be named as the host does.
        variables.put("DOCKER_SOCK", socket);
        variables.put("TESTCONTAINERS_DOCKER_SOCKET_OVERRIDE", socket);
        if (!spec.unshared().contains(Namespace.NET)) {
            // Docker marks its containers with a file; Testcontainers then looks for ports at the bridge's address.
            variables.put("TESTCONTAINERS_HOST_OVERRIDE", "localhost");
        }
        if (engine.kind() == EngineKind.PODMAN) {
            variables.put("CONTAINER_HOST", "unix://" + socket);
            if (engine.rootless()) {
                variables.put("TESTCONTAINERS_RYUK_CONTAINER_PRIVILEGED", "true");
            }
        }
        return variables;
    }
}
