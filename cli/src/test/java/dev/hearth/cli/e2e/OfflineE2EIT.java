package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Uses hearth where there is no network, not even a loopback device that is up. */
@Timeout(value = 5, unit = MINUTES)
class OfflineE2EIT {
    private static final List<String> WITHOUT_NETWORK = List.of("unshare", "--net");

    @Test
    void makesUsesAndRemovesAPetOfAnImageThatIsThere() {
        try (var hearth = InstalledHearth.on(TestedEngine.DOCKER)) {
            var pet = hearth.newPet();

            // The pet's own network has nothing but a loopback device, where the engine has no bridge.
            offline(hearth, "create", pet, "--image", TestedEngine.image(), "--unshare", "net");
            var said = offline(hearth, "run", "-c", pet, "sudo", "id", "-un");
            offline(hearth, "rm", "--force", pet);

            assertThat(said).isEqualTo("root\n");
            assertThat(hearth.containers(pet)).isEmpty();
        }
    }

    private static String offline(InstalledHearth hearth, String... words) {
        return hearth.hearthUnder(WITHOUT_NETWORK, words).succeeded();
    }
}
