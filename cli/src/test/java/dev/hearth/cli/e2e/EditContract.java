package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pets that are changed after they were made: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class EditContract {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final InstalledHearth hearth;
    private String pet = "";
    private int steps;

    EditContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createAPet() {
        pet = hearth.create(TestedEngine.image());
        hearth.run(pet, "sudo", "sh", "-c", "echo kept >/opt/kept; chown 1234:4321 /opt/kept");
        var ended = hearth.hearth("--verbose", "--yes", "edit", pet, "--env=ROUND=0");
        ended.succeeded();
        steps = Killed.steps(ended.err());
    }

    @AfterAll
    void removeThePets() {
        // By hearth, which takes the image of its content along.
        hearth.hearth("rm", "--force", pet);
        hearth.close();
    }

    @Test
    void keepsWhatIsInThePet() throws IOException {
        hearth.hearth("--yes", "edit", pet, "--env=EDITOR=vim", "--hostname=inner", "--unshare=ipc")
                .succeeded();

        assertThat(hearth.run(pet, "sh", "-c", "echo \"$EDITOR\"; uname -n; id -un; stat -c %u:%g /opt/kept"))
                .isEqualTo(
                        "vim\ninner\n%s\n1234:4321\n".formatted(hearth.person().name()));
        assertThat(hearth.run(pet, "sudo", "id", "-u")).isEqualTo("0\n");

        hearth.hearth("--yes", "edit", pet, "--no-env=EDITOR", "--no-hostname", "--share=ipc")
                .succeeded();

        assertThat(hearth.run(pet, "sh", "-c", "echo \"${EDITOR-unset}\"; cat /opt/kept"))
                .isEqualTo("unset\nkept\n");
        assertThat(hearth.state(pet)).isEqualTo("running");
        assertThat(hearth.containers(pet)).containsExactly(pet);
    }

    @Test
    void keepsWhatIsInVolumesThatNobodyNamed() {
        var image = "localhost/it/" + InstalledHearth.newName();
        var source = hearth.newPet();
        hearth.client("create", "--name", source, TestedEngine.image(), "true").succeeded();
        hearth.client("commit", "--change", "VOLUME /var/data", source, image).succeeded();
        var withVolume = hearth.create(image);
        hearth.run(withVolume, "sudo", "sh", "-c", "echo precious >/var/data/file");

        for (var round = 1; round <= 2; round++) {
            hearth.hearth("--yes", "edit", withVolume, "--env=ROUND=" + round).succeeded();
            assertThat(hearth.run(withVolume, "cat", "/var/data/file")).isEqualTo("precious\n");
        }

        hearth.hearth("rm", "--force", withVolume).succeeded();
        assertThat(hearth.client("volume", "ls", "--quiet").succeeded()).isEmpty();
        hearth.client("rm", source).succeeded();
        hearth.client("rmi", image).succeeded();
    }

    @Test
    void leavesNoImageBehind() {
        var before = images();
        var other = hearth.create(TestedEngine.image());
        hearth.hearth("--yes", "edit", other, "--env=A=1").succeeded();
        hearth.hearth("--yes", "edit", other, "--env=A=2").succeeded();

        hearth.hearth("rm", "--force", other).succeeded();

        assertThat(images()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void keepsThePetWhenTheNewOneCannotBeStarted() throws IOException {
        var ended = hearth.hearth("--yes", "edit", pet, "--volume=/proc/version:/mnt/x/y", "--device=/dev/no-such");

        assertThat(ended.status()).as(ended.toString()).isEqualTo(3);
        assertThat(hearth.run(pet, "cat", "/opt/kept")).isEqualTo("kept\n");
        assertThat(hearth.state(pet)).isEqualTo("running");
    }

    @ParameterizedTest
    @MethodSource("kills")
    void isTheOldPetOrTheNewOneAfterAKill(Kill kill) throws IOException {
        var before = round();
        var log = "edit-" + kill.step() + ".log";
        Killed.at(kill, steps, hearth, log, "--verbose", "--yes", "edit", pet, "--env=ROUND=kill-" + kill.step());

        assertThat(hearth.state(pet)).isNotEmpty();
        assertThat(round()).isIn(before, "kill-" + kill.step());
        assertThat(hearth.run(pet, "cat", "/opt/kept")).isEqualTo("kept\n");
        hearth.hearth(LIMIT, "--yes", "edit", pet, "--env=ROUND=after-" + kill.step())
                .succeeded();
        assertThat(hearth.containers(pet)).containsExactly(pet);
        assertThat(round()).isEqualTo("after-" + kill.step());
    }

    Stream<Kill> kills() {
        return Kill.someOf(steps).stream();
    }

    private String round() {
        return hearth.run(pet, "printenv", "ROUND").strip();
    }

    private List<String> images() {
        return hearth.client("images", "--quiet", "--no-trunc")
                .succeeded()
                .lines()
                .toList();
    }
}
