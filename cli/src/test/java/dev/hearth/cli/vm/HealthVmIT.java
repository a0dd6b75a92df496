package dev.hearth.cli.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./verify --vm=health}: a version in which something required is wrong is left by itself. */
@Tag("vm")
class HealthVmIT {
    private static final String CHECK = """
            mkdir -p /etc/hearth/check/required.d
            printf '#!/bin/sh\\necho no such card\\n[ ! -e /usr/lib/it-broken ]\\n' >/etc/hearth/check/required.d/10-card
            chmod 0755 /etc/hearth/check/required.d/10-card
            echo 'tries: 2' >/etc/hearth/health.yaml
            """;

    @BeforeAll
    static void require() {
        MachineSession.require();
    }

    @Test
    void aVersionThatFailsItsCheckIsLeftAfterItsTries() throws IOException {
        try (var provided = ProvidedBase.open(BaseRecipe.withBuiltPackage())) {
            provided.release();
            var session = MachineSession.begin("health", provided);
            var versions = LaterVersions.begin(provided, "health");
            versions.publish(versions.commit("2", Map.of("usr/lib/it-broken", "yes\n")), "signed");
            session.step("have boots judged, and upgrade", machine -> {
                machine.run(versions.follow("signed")).succeeded();
                machine.run(CHECK).succeeded();
                machine.run("hearth os health enable --yes").succeeded();
                machine.run("hearth os upgrade --yes").succeeded();
            });
            session.rebootsByItself("first try");
            session.rebootsByItself("second try");
            session.step("come back", machine -> {
                assertThat(machine.run("cat /" + LaterVersions.MARK).status()).isNotZero();
                assertThat(machine.run("cat /etc/it-local").succeeded()).isEqualTo("mine\n");
                assertThat(machine.run("hearth os health").text()).contains("no such card");
                assertThat(machine.run("hearth os history").succeeded()).contains("10-card");
            });
            session.end();
        }
    }
}
