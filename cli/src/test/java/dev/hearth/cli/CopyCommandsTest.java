package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyCommandsTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory);
        hearth.run(
                "create", "dev", "--volume=cache:/var/cache", "--volume=/srv", "--env=EDITOR=vi", "--label=team=web");
    }

    @Test
    void copiesAPet() {
        golden("clone/dry-run", hearth.run("clone", "dev", "try", "--dry-run"));
        golden("clone/dry-run-json", hearth.run("clone", "dev", "try", "--dry-run", "--format=json"));
        golden("clone/done", hearth.run("clone", "dev", "try"));

        assertThat(hearth.run("show", "try").out()).contains("EDITOR=vi", "dev.hearth.cloned-from=dev @1", "team=web");
    }

    @Test
    void showsWhatIsOnTheDisk() {
        hearth.run("snapshot", "dev");
        hearth.run("snapshot", "dev");

        golden("df/table", hearth.run("df"));
        golden("df/df-json", hearth.run("df", "--format=json"));
    }

    @Test
    void tellsCopiesFromImages() {
        hearth.engine().imageStore().keepingCopies();
        hearth.run("clone", "dev", "try");

        golden("df/copies", hearth.run("df"));
    }

    @Test
    void carriesAPetElsewhere() {
        assertThat(hearth.run("export-pet", "dev", "dev.oci.tar").status()).isZero();
        assertThat(hearth.run("history", "dev", "--format=json").out()).contains("\"generations\": []");

        golden("import-pet/nobody-to-ask", hearth.run("--yes", "import-pet", "dev.oci.tar", "theirs"));
        golden(
                "import-pet/asked",
                hearth.atTerminal("y\nn\nyes\n").run("--color=never", "import-pet", "dev.oci.tar", "theirs"));

        var theirs = hearth.run("show", "theirs").out();
        assertThat(theirs).contains("EDITOR=vi", "/srv").doesNotContain("cache:");
    }

    @Test
    void saysThatAnArchiveIsNotThere() {
        var outcome = hearth.run("import-pet", "gone.oci.tar");

        assertThat(outcome.err()).startsWith("Error: There is no file '").contains("gone.oci.tar'\n");
        assertThat(outcome.status()).isEqualTo(3);
    }

    @Test
    void takesNothingOfTheHostForAPlainPet() {
        hearth.run("export-pet", "dev", "dev.oci.tar");

        assertThat(hearth.run("import-pet", "dev.oci.tar", "theirs", "--plain").status())
                .isZero();

        assertThat(hearth.run("show", "theirs").out()).contains("none").doesNotContain("/srv");
    }

    @Test
    void tellsWhatAPetWasElsewhere() {
        hearth.run("snapshot", "dev", "--label=before");
        hearth.run("export-pet", "dev", "dev.oci.tar");
        hearth.run("import-pet", "dev.oci.tar", "theirs", "--plain");
        hearth.run("snapshot", "theirs", "--label=here");

        golden("history/imported", hearth.run("history", "theirs"));
        golden("history/imported-json", hearth.run("history", "theirs", "--format=json"));
        assertThat(hearth.run("show", "theirs").out())
                .contains("dev.hearth.imported-from=dev")
                .doesNotContain("former");

        hearth.run("export-pet", "theirs", "again.oci.tar");
        assertThat(hearth.run("import-pet", "again.oci.tar", "ours", "--plain").err())
                .contains("saved 2 times");
    }

    @Test
    void refusesAFileWithoutAPet() throws IOException {
        var file = Files.writeString(hearth.work().resolve("x.tar"), "pets: {}");

        var outcome = hearth.run("import-pet", "x.tar");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("Error: The file '" + file + "' holds no pet: ");
    }

    private void golden(String name, Outcome outcome) {
        Golden.verify(
                name + ".txt",
                outcome.text()
                        .replace(hearth.work().toString(), "/work")
                        .replace(directory.toString(), "/home/ada")
                        .replace("user " + hearth.uid() + ":", "user UID:"));
    }
}
