package dev.hearth.cli.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./verify --vm=layer}: from a recipe to a machine that layers a package, boots it, and goes back. */
@Tag("vm")
class LayerVmIT {

    @BeforeAll
    static void require() {
        MachineSession.require();
    }

    @Test
    void aBaseIsComposedTwiceWithOneChecksum() throws IOException {
        try (var provided = ProvidedBase.open(BaseRecipe.withBuiltPackage())) {
            var again = provided.directory().resolve("again");
            DirectoryTree.clear(again);
            var began = Instant.now();

            var commit = provided.compose(again.resolve("repo"), again.resolve("cache"));

            MachineSession.say("composed again after %d s".formatted(MachineSession.seconds(began)));
            assertThat(commit).isEqualTo(provided.first());
            DirectoryTree.delete(again);
        }
    }

    @Test
    void aMachineLayersAPackageAndGoesBack() throws IOException {
        try (var provided = ProvidedBase.open(BaseRecipe.withBuiltPackage())) {
            provided.release();
            var session = MachineSession.begin("layer", provided);
            session.step("layer", machine -> {
                assertThat(machine.run("hearth os status").succeeded())
                        .contains(provided.first().substring(0, 8));
                machine.run("hearth os install --yes it-tool").succeeded();
                // What is changed after it was staged comes along.
                machine.run("echo later >/etc/it-later").succeeded();
                assertThat(machine.run("hearth os status").succeeded()).contains("staged");
                assertThat(machine.run("it-tool").status()).isNotZero();
                machine.run("hearth os check").failed(11);
                assertThat(machine.run("hearth os apply-live --yes").succeeded())
                        .contains("What the next boot brings more is here now");
                assertThat(machine.run("it-tool").succeeded()).isEqualTo("it works\n");
                assertThat(machine.run("dpkg --status it-tool").succeeded()).contains("install ok installed");
                assertThat(machine.run("touch /usr/bin/it-tool").status()).isNotZero();
                assertThat(machine.run("hearth os status").succeeded()).contains("Unlocked: transient");
            });
            session.step("boot with it", machine -> {
                assertThat(machine.run("it-tool").succeeded()).isEqualTo("it works\n");
                assertThat(machine.run("dpkg --status it-tool").succeeded()).contains("install ok installed");
                assertThat(machine.run("cat /etc/it-local /etc/it-later").succeeded())
                        .isEqualTo("mine\nlater\n");
                assertThat(machine.run("touch /usr/bin/it-tool").status()).isNotZero();
                machine.run("hearth os check").succeeded();
                machine.run("hearth os uninstall --yes it-tool").succeeded();
                assertThat(machine.run("hearth os apply-live --yes").failed(4)).contains("it-tool goes");
                assertThat(machine.run("it-tool").succeeded()).isEqualTo("it works\n");
                machine.run("hearth os cleanup --pending --yes").succeeded();
                machine.run("hearth os rollback --yes --etc=current").succeeded();
            });
            session.step("boot without it", machine -> {
                assertThat(machine.run("it-tool").status()).isNotZero();
                assertThat(machine.run("cat /etc/it-local /etc/it-later").succeeded())
                        .isEqualTo("mine\nlater\n");
                machine.run("hearth os check").succeeded();
                machine.run("ostree fsck --quiet").succeeded();
            });
            session.end();
        }
    }
}
