package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Leaves a container alone that another program made. */
@Timeout(value = 3, unit = MINUTES)
class ForeignContainerE2EIT {
    private final String name = "it-" + UUID.randomUUID().toString().substring(0, 8);
    private final InstalledHearth hearth = InstalledHearth.on(TestedEngine.DOCKER);
    private final GenericContainer<?> foreign = new GenericContainer<>(DockerImageName.parse(TestedEngine.image()))
            .withImagePullPolicy(_ -> false)
            .withCreateContainerCmdModifier(command -> command.withName(name))
            .withNetworkMode("none")
            .withCommand("sleep", "600");

    @BeforeEach
    void startTheContainer() {
        foreign.start();
    }

    @AfterEach
    void removeAll() {
        foreign.stop();
        hearth.close();
    }

    @Test
    void doesNotListIt() {
        assertThat(hearth.hearth("list").succeeded()).doesNotContain(name);
    }

    @Test
    void refusesToTouchIt() {
        for (var command : new String[] {"start", "stop", "rm", "show"}) {
            var ended = hearth.hearth(command, name);

            assertThat(ended.status()).as(command).isEqualTo(6);
            assertThat(ended.err()).contains("The container '" + name + "' is not a pet");
        }
        assertThat(foreign.isRunning()).isTrue();
    }

    @Test
    void refusesItsNameForAPet() {
        var ended = hearth.hearth("create", name, "--image", TestedEngine.image());

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err()).contains("A container that is not yours, or not a pet, has the name '" + name + "'");
    }
}
