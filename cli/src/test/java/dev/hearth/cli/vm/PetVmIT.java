package dev.hearth.cli.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.layer.Debian;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./verify --vm=pet}: somebody's pet on rootless Podman, on a machine with hearth's own package. */
@Tag("vm")
class PetVmIT {
    /** All that /usr has: names, kinds, modes, owners, targets and contents. */
    private static final String SUM_OF_USR = """
            { find /usr -xdev -printf '%p %y %m %U %G %l\\n' | sort
              find /usr -xdev -type f -print0 | sort -z | xargs -0 sha256sum; } | sha256sum
            """;

    @BeforeAll
    static void require() {
        MachineSession.require();
    }

    @Test
    void aPetTakesWhatTheBaseNeedNotHave() throws IOException {
        try (var provided = ProvidedBase.open(BaseRecipe.withBuiltPackage())) {
            provided.release();
            var session = MachineSession.begin("pet", provided);
            var payload = provided.directory().resolve("payload");
            DirectoryTree.clear(payload);
            Files.copy(Debian.archive(), payload.resolve("debian.tar"));
            session.give(MachineImage.payload(payload, payload.resolveSibling("payload.raw")));
            session.step("make a pet", machine -> {
                machine.run("loginctl enable-linger admin").succeeded();
                machine.run(MachineImage.MOUNT_PAYLOAD).succeeded();
                machine.run("runuser -l admin -c 'podman import -q - localhost/debian:12' </run/payload/debian.tar")
                        .succeeded();
                var before = machine.run(SUM_OF_USR).succeeded();

                admin(machine, "hearth create --yes dev --image=localhost/debian:12")
                        .succeeded();
                admin(machine, "hearth run -c dev sudo sh -euc '" + aptOf(provided) + "'")
                        .succeeded();
                admin(machine, "hearth run -c dev sudo apt-get install -y gdb").succeeded();

                assertThat(admin(machine, "hearth run -c dev gdb --version").succeeded())
                        .contains("GNU gdb");
                assertThat(admin(machine, "hearth run -c dev id -un").succeeded())
                        .isEqualTo("admin\n");
                assertThat(machine.run("gdb --version").status()).isEqualTo(127);
                assertThat(machine.run("touch /usr/it").failed()).contains("Read-only file system");
                assertThat(machine.run(SUM_OF_USR).succeeded()).isEqualTo(before);
                assertThat(machine.run("hearth os status").succeeded()).doesNotContain("gdb");
            });
            session.step("find it after a reboot", machine -> {
                assertThat(admin(machine, "hearth run -c dev gdb --version").succeeded())
                        .contains("GNU gdb");
                machine.run("hearth os check").succeeded();
            });
            session.end();
        }
    }

    private static Answer admin(VirtualMachine machine, String command) {
        return machine.run("runuser -l admin <<'COMMAND'\n" + command + "\nCOMMAND\n");
    }

    /** The pet's apt takes the provider's packages, and no others. */
    private static String aptOf(ProvidedBase provided) throws IOException {
        return "rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/*; "
                + "echo \"deb [trusted=yes] http://%s:%d/%s/repository it/\" >/etc/apt/sources.list; apt-get update"
                        .formatted(VirtualMachine.HOST, provided.port(), ProvidedBase.PACKAGES);
    }
}
