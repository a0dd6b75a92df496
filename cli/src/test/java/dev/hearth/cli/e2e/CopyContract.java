package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Pets that are copied, and carried from one place to another: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = MINUTES)
abstract class CopyContract {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String OWNED = "stat -c '%u:%g %a' /opt/kept; cat /opt/kept; sudo id -u";
    private static final String KEPT = "1234:4321 4644\nkept\n0\n";
    private static final String SOONER =
            "cd /opt; echo sooner >state; echo gone >gone; echo linked >linked;" + " ln -f linked /usr/share/it-linked";
    private static final String LATER = "cd /opt; echo later >state; rm gone";
    private static final int DENIED = 6;

    private final InstalledHearth hearth;
    private String pet = "";

    CopyContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createAPet() {
        pet = hearth.create(TestedEngine.image(), "--env=EDITOR=vim");
        hearth.run(pet, "sudo", "sh", "-c", "echo kept >/opt/kept; chown 1234:4321 /opt/kept; chmod 4644 /opt/kept");
    }

    @AfterAll
    void removeThePets() {
        hearth.hearth("rm", "--force", pet);
        hearth.close();
    }

    @Test
    void makesACopyThatIsByItself() throws IOException {
        var copy = hearth.newPet();

        hearth.hearth(LIMIT, "--yes", "clone", pet, copy).succeeded();

        assertThat(hearth.run(copy, "sh", "-c", OWNED + "; echo $EDITOR")).isEqualTo(KEPT + "vim\n");
        assertThat(hearth.state(pet)).isEqualTo("running");
        hearth.run(copy, "sudo", "rm", "/opt/kept");
        assertThat(hearth.run(pet, "cat", "/opt/kept")).isEqualTo("kept\n");
        assertThat(hearth.hearth("history", pet).succeeded()).contains("clone");
        hearth.hearth("--yes", "edit", copy, "--env=A=b").succeeded();
        assertThat(hearth.hearth("df", "--format=json").succeeded()).contains(pet, copy, "generations");
        hearth.hearth("rm", "--force", copy).succeeded();
    }

    @Test
    void carriesAPetElsewhere() throws IOException {
        var file = hearth.directory().resolve("pet.oci.tar");
        var theirs = hearth.newPet();

        hearth.run(pet, "sudo", "sh", "-c", SOONER);
        hearth.hearth("snapshot", "--yes", pet, "--label=elsewhere").succeeded();
        hearth.run(pet, "sudo", "sh", "-c", LATER);
        hearth.hearth(LIMIT, "--yes", "export-pet", pet, file.toString()).succeeded();

        Needed.programs("skopeo");
        var inspected = new Programs(hearth.person().environment())
                .run(LIMIT, hearth.directory(), List.of("skopeo", "inspect", "oci-archive:" + file))
                .succeeded();
        assertThat(inspected).contains("\"Architecture\"", "dev.hearth-pet.spec", "EDITOR");
        assertThat(hearth.hearth("--yes", "import-pet", file.toString(), theirs).status())
                .isEqualTo(DENIED);
        hearth.hearth(LIMIT, "import-pet", file.toString(), theirs, "--plain").succeeded();

        assertThat(hearth.run(theirs, "sh", "-c", OWNED + "; echo $EDITOR")).isEqualTo(KEPT + "vim\n");
        assertThat(hearth.run(theirs, "sh", "-c", "cat /opt/state /usr/share/it-linked; ls /opt"))
                .isEqualTo("later\nlinked\nkept\nlinked\nstate\n");
        hearth.hearth("--yes", "snapshot", theirs, "--label=here").succeeded();
        assertThat(hearth.hearth("history", theirs).succeeded()).contains("elsewhere", "here");
        assertThat(hearth.hearth("--yes", "rollback", theirs, generation(theirs, "elsewhere"))
                        .status())
                .isZero();
        assertThat(hearth.run(theirs, "sh", "-c", "cat /opt/state; ls /opt; stat -c %h /opt/linked; " + OWNED))
                .isEqualTo("sooner\ngone\nkept\nlinked\nstate\n2\n" + KEPT);
        hearth.hearth("--yes", "rollback", theirs, generation(theirs, "here")).succeeded();
        assertThat(hearth.run(theirs, "cat", "/opt/state")).isEqualTo("later\n");
        hearth.hearth("rm", "--force", theirs).succeeded();
        assertThat(hearth.client("images", "--format", "{{.Repository}}").succeeded())
                .doesNotContain("arriving");
        Files.delete(file);
    }

    /** {@return the number of the generation with that label} */
    private String generation(String of, String label) throws IOException {
        var history = new JsonMapper()
                .readTree(hearth.hearth("history", of, "--format=json").succeeded());
        return history.path("generations")
                .valueStream()
                .filter(one -> one.path("label").asText().equals(label))
                .map(one -> one.path("generation").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesNothingOfWhatCannotBeMade() throws IOException {
        var images = hearth.client("images", "--quiet", "--no-trunc").succeeded();
        var file = hearth.append("damaged.tar", "this is no archive");

        assertThat(hearth.hearth("import-pet", file.toString()).status()).isEqualTo(2);
        assertThat(hearth.hearth("--yes", "clone", pet, pet).status()).isEqualTo(4);

        assertThat(hearth.client("images", "--quiet", "--no-trunc").succeeded()).isEqualTo(images);
    }
}
