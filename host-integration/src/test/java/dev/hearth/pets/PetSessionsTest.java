package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import dev.hearth.guest.GuestFiles;
import dev.hearth.session.ContainerMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetSessionsTest {
    private static final PetName DEV = new PetName("dev");
    private static final Duration GRACE = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private PetsFixture fixture;

    @BeforeEach
    void startAfresh() throws IOException {
        fixture = new PetsFixture(directory);
    }

    @Test
    void handsAShellOverWithItsMark() {
        fixture.create(DEV);

        var handover = fixture.pets()
                .enter(DEV, new EnterRequest("1000:1000", 0, true, Path.of("/src"), Map.of()), fixture.narrator());

        assertThat(handover.mark())
                .isEqualTo(new ContainerMark("dev", "docker", fixture.account().uid()));
        assertThat(handover.tail()).isZero();
        assertThat(handover.exports())
                .containsEntry("HEARTH_WORKDIR", "/src")
                .containsEntry("HEARTH_PATH", "/home/ada/bin:/usr/bin");
        assertThat(handover.words()).contains(GuestFiles.RUN.value());
    }

    @Test
    void tellsAPetWithAnotherHomeNothingOfTheLogin() {
        var login = new Environment(Map.of("PATH", "/usr/bin", "TERM", "xterm", "SSH_AUTH_SOCK", "/run/agent"));
        var request = new EnterRequest("1000:1000", 1, false, Path.of("/src"), Map.of());
        fixture.create(DEV);
        assertThat(fixture.pets(login).enter(DEV, request, fixture.narrator()).words())
                .contains("--env=TERM", "--env=SSH_AUTH_SOCK");

        fixture.pets().edits().carryOut(DEV, EditFixtures.home(new Home.None()), GRACE, fixture.narrator());

        assertThat(fixture.pets(login).enter(DEV, request, fixture.narrator()).words())
                .contains("--env=TERM")
                .doesNotContain("--env=SSH_AUTH_SOCK");
    }

    @Test
    void letsACommandAtATerminalTellThatItWasStopped() {
        fixture.create(DEV);

        var handover = fixture.pets()
                .enter(DEV, new EnterRequest("1000:1000", 1, true, Path.of("/src"), Map.of()), fixture.narrator());

        assertThat(handover.stops()).hasParentRaw(fixture.paths().runtime().resolve("stops"));
        assertThat(handover.exports()).containsEntry("HEARTH_STOPS", "/run/host" + handover.stops());
        assertThat(handover.words()).contains("--env=HEARTH_STOPS");
    }

    @Test
    void needsNoPipeForAShellOrWithoutATerminal() {
        fixture.create(DEV);
        var shell = new EnterRequest("1000:1000", 0, true, Path.of("/src"), Map.of());
        var inPipe = new EnterRequest("1000:1000", 1, false, Path.of("/src"), Map.of());

        assertThat(fixture.pets().enter(DEV, shell, fixture.narrator()).stops()).isNull();
        assertThat(fixture.pets().enter(DEV, inPipe, fixture.narrator()).stops())
                .isNull();
    }

    @Test
    void startsAPetToEnterIt() {
        var pet = fixture.create(DEV);
        fixture.engine().stop(pet.container().id(), GRACE);

        fixture.pets()
                .enter(DEV, new EnterRequest("1000:1000", 1, false, Path.of("/src"), Map.of()), fixture.narrator());

        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
        assertThat(fixture.narrator().lines()).contains("starting dev");
    }

    @Test
    void endsWhatAKilledLauncherLeftBehind() throws IOException {
        var pet = fixture.create(DEV);
        var session = pet.container().id().abbreviated() + ".0011223344556677";
        var sessions = Files.createDirectories(fixture.paths().runtime().resolve("sessions"));
        var file = Files.writeString(sessions.resolve(session), "pid 1\nstart 999999999\n");

        fixture.pets().enter(DEV, new EnterRequest("1000:1000", 1, false, Path.of("/"), Map.of()), fixture.narrator());

        assertThat(fixture.engine().execs().getLast().command())
                .containsExactly(GuestFiles.END.value(), session, "KILL");
        assertThat(file).doesNotExist();
    }

    @Test
    void leavesLivingSessionsAlone() throws IOException {
        var pet = fixture.create(DEV);
        var file = fixture.recordOwnSession(pet.container().id().abbreviated() + ".1");

        fixture.pets().enter(DEV, new EnterRequest("1000:1000", 1, false, Path.of("/"), Map.of()), fixture.narrator());

        assertThat(file).exists();
    }
}
