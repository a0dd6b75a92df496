package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EngineInsideTest {
    private static final String SOCKET = "/run/docker.sock";

    @Test
    void tellsToolsWhatTheHostCallsTheSocket() {
        assertThat(EngineInside.variables(SpecFixtures.withEngine(), engine(EngineKind.DOCKER, false)))
                .containsOnly(
                        entry("DOCKER_SOCK", SOCKET),
                        entry("TESTCONTAINERS_DOCKER_SOCKET_OVERRIDE", SOCKET),
                        entry("TESTCONTAINERS_HOST_OVERRIDE", "localhost"));
    }

    @Test
    void leavesThePortsToTheBridgeWithoutTheHostsNetwork() {
        assertThat(EngineInside.variables(SpecFixtures.withEngine(Namespace.NET), engine(EngineKind.DOCKER, false)))
                .doesNotContainKey("TESTCONTAINERS_HOST_OVERRIDE");
    }

    @Test
    void tellsPodmansClientWhereItsServiceIs() {
        assertThat(EngineInside.variables(SpecFixtures.withEngine(), engine(EngineKind.PODMAN, true)))
                .containsEntry("CONTAINER_HOST", "unix://" + SOCKET)
                .containsEntry("TESTCONTAINERS_RYUK_CONTAINER_PRIVILEGED", "true");
    }

    @Test
    void saysNothingInOtherPets() {
        assertThat(EngineInside.variables(SpecFixtures.spec(), engine(EngineKind.DOCKER, false)))
                .isEmpty();
    }

    private static EngineFacts engine(EngineKind kind, boolean rootless) {
        return new EngineFacts(
                kind, "1", "1.41", rootless, Path.of(SOCKET), Path.of("/"), "overlay", 2, true, false, false, "amd64");
    }
}
