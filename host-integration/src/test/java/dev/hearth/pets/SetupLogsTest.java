package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.FakeProgram;
import dev.hearth.guest.GuestFiles;
import dev.hearth.guest.SetupFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupLogsTest {
    private static final PetName DEV = new PetName("dev");
    private static final PetName LAB = new PetName("lab");
    private static final Duration GRACE = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private PetsFixture fixture;

    @BeforeEach
    void startAfresh() throws IOException {
        fixture = new PetsFixture(directory);
        says("== Providing the shell", "installed zsh");
    }

    @Test
    void asksAPetThatRuns() {
        fixture.create(DEV);
        says("later");

        var log = fixture.pets().inside().logs(DEV, 10);

        assertThat(log.live()).isTrue();
        assertThat(log.setUp()).containsExactly("later");
    }

    @Test
    void showsTheCopyOfAPetThatDoesNotRun() {
        stop(fixture.create(DEV));

        assertThat(fixture.pets().inside().logs(DEV, 10).live()).isFalse();
        assertThat(fixture.pets().inside().logs(DEV, 10).setUp())
                .containsExactly("== Providing the shell", "installed zsh");
        assertThat(fixture.pets().inside().logs(DEV, 1).setUp()).containsExactly("installed zsh");
    }

    @Test
    void notesWhatTheStepsSaid() {
        fixture.create(DEV);

        assertThat(fixture.narrator().lines()).contains("logged: installed zsh");
    }

    @Test
    void keepsTheLogOfASetUpThatFailed() {
        stop(fixture.create(DEV));
        fixture.engine().withProgram(GuestFiles.SETUP.value(), setUp(1, "== Adding ada", "useradd: no space left"));

        assertThatThrownBy(() -> fixture.pets().start(DEV, fixture.narrator())).isInstanceOf(SetupFailed.class);
        stop(fixture.pets().get(DEV));

        assertThat(fixture.pets().inside().logs(DEV, 10).setUp())
                .containsExactly("== Adding ada", "useradd: no space left");
    }

    @Test
    void hasNothingOfASetUpThatSaidNothing() {
        says();
        stop(fixture.create(DEV));

        assertThat(fixture.pets().inside().logs(DEV, 10).setUp()).isEmpty();
    }

    @Test
    void setsAPetUpAlsoWhenTheLogCannotBeKept() throws IOException {
        Files.createDirectories(fixture.paths().state());
        Files.createFile(logs());

        assertThat(fixture.create(DEV).isRunning()).isTrue();
        assertThat(fixture.narrator().lines()).anyMatch(line -> line.startsWith("warning: The log of the set-up"));
    }

    @Test
    void isForTheOwnerOnlyAndBounded() throws IOException {
        says(Collections.nCopies(2000, "x".repeat(400)).toArray(String[]::new));

        var file = logs().resolve(fixture.create(DEV).container().id().value());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.size(file)).isBetween(200_000L, 256L * 1024);
        assertThat(Files.readAllLines(file)).allMatch(line -> line.equals("x".repeat(400)));
    }

    @Test
    void followsARenameAndIsRemovedWithThePet() {
        stop(fixture.create(DEV));

        fixture.pets().rename(DEV, LAB, fixture.narrator());
        assertThat(fixture.pets().inside().logs(LAB, 1).setUp()).containsExactly("installed zsh");

        fixture.pets().remove(LAB, false, fixture.narrator());
        assertThat(logs()).isEmptyDirectory();
    }

    @Test
    void leavesNothingOfAPetThatWasNotMade() {
        fixture.engine().withProgram(GuestFiles.SETUP.value(), setUp(1, "installed zsh"));

        assertThatThrownBy(() -> fixture.create(DEV)).isInstanceOf(SetupFailed.class);

        assertThat(logs()).isEmptyDirectory();
        assertThat(fixture.narrator().lines()).contains("logged: installed zsh");
    }

    private void says(String... lines) {
        FakeProgram tail = (_, request, line) -> {
            int wanted = Integer.parseInt(request.command().get(2));
            var all = List.of(lines);
            all.subList(Math.max(0, all.size() - wanted), all.size()).forEach(line);
            return 0;
        };
        fixture.engine().withProgram("tail", tail).withProgram(GuestFiles.SETUP.value(), setUp(0, lines));
    }

    private static FakeProgram setUp(int status, String... lines) {
        return (_, _, line) -> {
            for (var said : lines) {
                line.accept(said.startsWith("== ") ? said.replace("== ", "step ") : "said " + said);
            }
            return status;
        };
    }

    private void stop(Pet pet) {
        fixture.engine().stop(pet.container().id(), GRACE);
    }

    private Path logs() {
        return fixture.paths().state().resolve("set-up");
    }
}
