package dev.hearth.cli.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One machine that boots, with the hearth that was just built, in each run; {@code ./verify --vm} does more. */
class OneBootIT {
    private static final Path BUILT = Path.of("target/hearth").toAbsolutePath();

    @Test
    void hearthKnowsTheMachineThatItRunsOn() throws IOException {
        MachineSession.require();
        try (var provided = ProvidedBase.open(BaseRecipe.small())) {
            var installed = MachineImage.installed(provided);
            var began = Instant.now();
            var work = provided.directory().resolve("work");
            DirectoryTree.clear(work);
            var payload = MachineImage.payload(hearthWithJava(work.resolve("payload")), work.resolve("payload.raw"));
            var parts = VirtualMachine.Parts.of(installed.copy(work.resolve("disk.raw")), payload);
            try (var machine =
                    VirtualMachine.boot(parts, MachineSession.logs("one-boot").resolve("boot.log"))) {
                machine.awaitAgent();
                MachineSession.say("booted after %d s".formatted(MachineSession.seconds(began)));
                machine.run(MachineImage.MOUNT_PAYLOAD).succeeded();

                var status = machine.run("/run/payload/bin/hearth os status --format=json")
                        .succeeded();
                assertThat(status).contains(provided.first());
                assertThat(machine.run("/run/payload/bin/hearth os pin 0").succeeded())
                        .isNotEmpty();
                machine.run("/run/payload/bin/hearth os check").succeeded();
                machine.powerOff();
            }
            MachineSession.say("ended after %d s".formatted(MachineSession.seconds(began)));
            DirectoryTree.delete(work);
        }
    }

    /** A distribution that brings the Java with it that the tests run on. */
    private static Path hearthWithJava(Path directory) throws IOException {
        Files.createDirectory(directory);
        ItHost.run("cp", "--archive", BUILT + "/bin", BUILT + "/lib", directory.toString());
        var java = Files.createDirectory(directory.resolve("lib/runtime"));
        for (var part : new String[] {"bin", "conf", "lib"}) {
            ItHost.run(
                    "cp", "--archive", "--dereference", System.getProperty("java.home") + "/" + part, java.toString());
        }
        DirectoryTree.delete(java.resolve("lib/src.zip"));
        return directory;
    }
}
