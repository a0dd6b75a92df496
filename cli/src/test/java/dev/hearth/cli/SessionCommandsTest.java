package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.guest.GuestFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCommandsTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory)
                .withVariable("LANG", "de_DE.UTF-8")
                .withVariable("EDITOR", "vim")
                .withVariable("SSH_AUTH_SOCK", "/tmp/agent");
        hearth.run("create", "dev", "--env=EDITOR=nano", "--env=GREETING=hello");
    }

    @Test
    void showsWhatARunningPetMakesOfTheVariables() {
        hearth.engine().withProgram(GuestFiles.RUN.value(), (_, _, line) -> {
            line.accept("EDITOR=vim\0GREETING=hello\0LANG=C.UTF-8\0SHLVL=1\0HEARTH_PET=dev\0GOPATH=/go\0");
            return 0;
        });

        golden("env/running", hearth.run("env", "dev"));
        golden("env/running-json", hearth.run("env", "--format=json"));
    }

    @Test
    void showsOfAStoppedPetWhatIsCertain() {
        hearth.run("stop", "dev");

        var outcome = hearth.run("env", "dev");

        assertThat(outcome.out())
                .contains("GREETING          pet     hello")
                .contains("LANG              login   de_DE.UTF-8");
        assertThat(outcome.err()).isEqualTo("The pet 'dev' does not run; what it would make of these is not known\n");
    }

    @Test
    void saysThatAPetDoesNotAnswer() {
        hearth.engine().withProgram(GuestFiles.RUN.value(), (_, _, line) -> {
            line.accept("no such file");
            return 127;
        });

        golden("env/silent", hearth.run("env", "dev"));
    }

    @Test
    void findsWhatIsBrokenOnTheHostAndInThePet() {
        hearth.engine().withProgram(GuestFiles.SEEN.value(), (_, _, _) -> 0);

        var outcome = hearth.run("doctor", "dev");

        assertThat(outcome.out())
                .contains("host:\n  ok      The engine: docker")
                .contains("  broken  The SSH agent: SSH_AUTH_SOCK names '/tmp/agent', which is not there\n")
                .contains("          Log in anew, or `unset SSH_AUTH_SOCK`.\n")
                .contains("dev:\n  ok      The pet runs and is set up\n")
                .contains("  absent  The SSH agent: broken on the host\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isEqualTo(12);
    }

    @Test
    void saysWhatAToolWouldStumbleOverInAPet() {
        var outcome = hearth.run("doctor", "dev", "--for=kind");

        assertThat(outcome.out())
                .contains("host:\n  ok      The engine: Docker 20.10.24\n")
                .contains("dev:\n  broken  The engine: programs inside cannot use it\n")
                .contains("          `hearth edit dev --with-engine` lets them.\n");
        assertThat(outcome.status()).isEqualTo(12);
    }

    @Test
    void tellsProgramsWhatItFoundAsDocumented() throws Exception {
        var outcome = hearth.run("doctor", "--format=json");

        JsonSchemaTest.check(new ObjectMapper().readTree(outcome.out()), "doctor");
    }

    @Test
    void looksForNoPetThatIsNotThere() {
        assertThat(hearth.run("doctor", "other").status()).isEqualTo(3);
    }

    private static void golden(String name, Outcome outcome) {
        Golden.verify(name + ".txt", outcome.text());
    }
}
