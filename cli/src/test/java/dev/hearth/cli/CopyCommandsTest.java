package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.images.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyCommandsTest {
    private static final String PLACE = "registry.example.org/ada/dev:1";

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
    void leavesGenerationsWhereTheyAreWhenAsked() {
        hearth.run("snapshot", "dev", "--label=before");
        hearth.run("export-pet", "dev", "dev.oci.tar", "--no-history");
        hearth.run("import-pet", "dev.oci.tar", "theirs", "--plain");

        assertThat(hearth.run("history", "theirs").out()).contains("before");
        assertThat(hearth.run("--yes", "rollback", "theirs", "@1").status()).isEqualTo(3);
    }

    @Test
    void sendsAPetAndMakesTheSameOfIt() {
        hearth.run("snapshot", "dev", "--label=before");
        golden("push/done", hearth.run("--yes", "push", "dev", PLACE));
        golden("pull/nobody-to-ask", hearth.run("--yes", "pull", PLACE, "theirs"));
        golden("pull/asked", hearth.atTerminal("y\nn\nyes\n").run("--color=never", "pull", PLACE, "theirs"));

        assertThat(hearth.run("show", "theirs").out())
                .contains("EDITOR=vi", "/srv")
                .doesNotContain("cache:");
        assertThat(hearth.run("image", "list", "--all").out()).doesNotContain("registry.example.org");
        hearth.run("edit", "theirs", "--env=EDITOR=ed");
        golden("pull/rollback", hearth.run("--yes", "rollback", "theirs", "@1"));
        assertThat(hearth.run("show", "theirs").out())
                .contains("EDITOR=vi", "/srv")
                .doesNotContain("cache:");
    }

    @Test
    void sendsAPetToRegistriesOnly() {
        assertThat(hearth.run("--yes", "push", "dev", "localhost/dev:1").err())
                .startsWith("Error: 'localhost/dev:1' names this machine, and no registry");
        assertThat(hearth.run("--yes", "push", "dev", "registry.example.org/dev@sha256:" + "0".repeat(64))
                        .status())
                .isEqualTo(2);
    }

    @Test
    void makesNoPetOfAnImageThatIsNone() {
        hearth.engine()
                .imageStore()
                .withPublished(ImageReference.parse("registry.example.org/tool:1"), Map.of("made.by", "somebody"));

        golden("pull/no-pet", hearth.run("--yes", "pull", "registry.example.org/tool:1"));
        assertThat(hearth.engine().imageStore().peek("registry.example.org/tool:1"))
                .isEmpty();
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
