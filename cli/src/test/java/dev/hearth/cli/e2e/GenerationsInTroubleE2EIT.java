package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Takes away, while a pet is saved or returned, what that needs. */
@Tag("long")
@Timeout(value = 5, unit = MINUTES)
class GenerationsInTroubleE2EIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final long DISK = 900L * 1024 * 1024;
    private static final long TOO_LITTLE = 8L * 1024 * 1024;

    @Test
    void isTheOldPetOrTheNewOneWhenTheEngineIsKilled() throws IOException {
        try (var docker = PrivateDocker.with(TestedEngine.image(), TestedEngine.DOCKER);
                var hearth = InstalledHearth.on(TestedEngine.DOCKER, docker.address())) {
            var pet = hearth.create(TestedEngine.image());
            write(hearth, pet, "one");
            hearth.hearth("--yes", "snapshot", pet).succeeded();
            write(hearth, pet, "two");

            killWhenItSays("Saving", docker, hearth, pet);
            killWhenItSays("Setting up the account", docker, hearth, pet);

            hearth.hearth("--yes", "rollback", pet, "@1").succeeded();
            assertThat(hearth.run(pet, "cat", "/opt/state")).isEqualTo("one\n");
            assertThat(hearth.containers(pet)).containsExactly(pet);
            hearth.hearth("rm", "--force", pet).succeeded();
        }
    }

    @Test
    void keepsThePetWhenTheDiskIsFull() throws IOException {
        var directory = Files.createTempDirectory(Path.of("/var/tmp"), "it-");
        var mountPoint = Files.createDirectory(directory.resolve("mnt"));
        try (var disk = new LoopDisk(directory.resolve("disk"), mountPoint, DISK);
                var docker = PrivateDocker.in(mountPoint, TestedEngine.image(), TestedEngine.DOCKER);
                var hearth = InstalledHearth.on(TestedEngine.DOCKER, docker.address())) {
            var pet = hearth.create(TestedEngine.image());
            write(hearth, pet, "one");
            hearth.run(pet, "sudo", "sh", "-c", "head -c 50000000 /dev/urandom >/opt/large");
            disk.fillUpTo(TOO_LITTLE);

            var snapshot = hearth.hearth("--yes", "snapshot", pet);
            var edit = hearth.hearth("--yes", "edit", pet, "--env=A=1");
            disk.makeRoom();

            assertThat(snapshot.status()).as(snapshot.toString()).isNotZero();
            assertThat(snapshot.err()).startsWith("Error: There is no space left");
            assertThat(edit.status()).as(edit.toString()).isNotZero();
            assertThat(hearth.run(pet, "sh", "-c", "cat /opt/state; echo ${A-unset}; stat -c %s /opt/large"))
                    .isEqualTo("one\nunset\n50000000\n");
            assertThat(hearth.hearth("history", pet).succeeded()).doesNotContain("@1");
            hearth.hearth("--yes", "snapshot", pet).succeeded();
            assertThat(hearth.hearth("history", pet).succeeded()).contains("@1");
            hearth.hearth("rm", "--force", pet).succeeded();
        } finally {
            Files.delete(mountPoint);
            Files.delete(directory);
        }
    }

    private static void killWhenItSays(String words, PrivateDocker docker, InstalledHearth hearth, String pet)
            throws IOException {
        var log = words.replace(' ', '-') + ".log";
        var rollback = hearth.launch(log, "--verbose", "--yes", "rollback", pet, "@1");
        try {
            Eventually.see(words, () -> hearth.log(log), text -> text.contains(words));
        } finally {
            docker.kill();
        }
        int status = Programs.status(rollback, SOON);
        docker.start();

        assertThat(status).as(hearth.log(log)).isIn(0, 5);
        assertThat(hearth.run(pet, "cat", "/opt/state")).isIn("one\n", "two\n");
    }

    private static void write(InstalledHearth hearth, String pet, String state) {
        hearth.run(pet, "sudo", "sh", "-c", "echo %s >/opt/state".formatted(state));
    }
}
