package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills the engine while a pet is made. */
@Timeout(value = 5, unit = MINUTES)
class EngineKilledE2EIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void saysThatTheEngineIsGoneAndMakesThePetOnceItIsBack() throws IOException {
        try (var docker = PrivateDocker.with(TestedEngine.image(), TestedEngine.DOCKER);
                var hearth = InstalledHearth.on(TestedEngine.DOCKER, docker.address())) {
            killWhenItSays("Creating the pet", docker, hearth);
            killWhenItSays("Setting up the account", docker, hearth);
        }
    }

    private static void killWhenItSays(String words, PrivateDocker docker, InstalledHearth hearth) throws IOException {
        var pet = hearth.newPet();
        var log = pet + ".log";
        var create = hearth.launch(log, "--verbose", "create", pet, "--image", TestedEngine.image());
        try {
            Eventually.see(words, () -> hearth.log(log), text -> text.contains(words));
        } finally {
            docker.kill();
        }
        int status = Programs.status(create, SOON);
        docker.start();

        assertThat(status).as(hearth.log(log)).isEqualTo(5);
        assertThat(hearth.log(log).lines().filter(line -> !line.startsWith("hearth: ")))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Creating the pet '" + pet + "'"),
                        line -> assertThat(line)
                                .matches("Error: Docker (ended the connection while it was to|does not answer on) .*"),
                        line -> assertThat(line).startsWith("Hint: "),
                        line -> assertThat(line).startsWith("Log: "));
        hearth.hearth("create", pet, "--image", TestedEngine.image()).succeeded();
        assertThat(hearth.containers(pet)).containsExactly(pet);
    }
}
