package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.guest.GuestFiles;
import dev.hearth.os.Change;
import dev.hearth.os.EngineFailed;
import dev.hearth.os.Layering;
import dev.hearth.packages.FakeApt;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that leave the base for a pet. */
class DemoteCommandTest extends OsFixture {
    private static final String ID = "demote-bb1ad5";

    @BeforeEach
    void layerPackages() throws IOException {
        var local = List.of("agent_1.0_amd64.deb");
        var layers = List.of("nginx", "htop", "gimp", "gone");
        base.with(
                        NEW.withLayering(
                                OLD.commit(), new Layering(layers, List.of(), layers, local, List.of(), List.of())),
                        "booted")
                .layering();
        DpkgTree.in(directory.resolve("deployments/b"))
                .with("nginx", "/usr/sbin/nginx", "/lib/systemd/system/nginx.service")
                .with("htop", "/usr/bin/htop", "/usr/share/applications/htop.desktop")
                .with("gimp", "/usr/bin/gimp", "/usr/bin/gimp-2.10", "/usr/bin/gimptool-2.0")
                .with("agent", "/usr/bin/agent");
        hearth.withState().withVariable("PATH", "/usr/bin:" + directory.resolve(".local/bin"));
        hearth.engine()
                .withFile("localhost/hearth/debian:12", "/var/lib/dpkg/status", FakeApt.paragraph("tar", "1.34"))
                .withProgram(GuestFiles.OFFER.value(), (_, request, line) -> {
                    var offered = PetAnswers.to(request);
                    offered.forEach(line);
                    return offered.isEmpty() ? 1 : 0;
                });
        new FakeApt(hearth.engine())
                .with("htop", "3.2", "libnl")
                .with("gimp", "2.10")
                .with("nginx", "1.22")
                .with("agent", "1.0");
        hearth.run("create", "dev");
    }

    @Test
    void showsWhatItWouldDo() {
        golden("demote/dry-run", hearth.run("demote", "htop", "gimp", "--dry-run"));
        golden("demote/dry-run-json", hearth.run("demote", "htop", "--dry-run", "--format=json"));
        golden("demote/unasked", hearth.run("demote", "htop"));

        assertThat(base.changes()).isEmpty();
        assertThat(exported()).isEmpty();
    }

    @Test
    void movesPackagesUnderOneId() throws IOException {
        golden("demote/done", hearth.run("demote", "--yes", "htop", "gimp"));

        assertThat(base.changes()).containsExactly(uninstalling("htop", "gimp"));
        assertThat(exported()).isEqualTo("app htop, bin gimp, bin gimp-2.10, bin gimptool-2.0, bin htop");
        assertThat(requests()).containsExactly("htop", "gimp");
        assertThat(hearth.run("history", "dev").out()).contains(ID + ": htop gimp");
        assertThat(hearth.run("os", "history").out()).contains(ID + ": to the pet 'dev'");
    }

    @Test
    void bringsAllBack() throws IOException {
        hearth.run("demote", "--yes", "--quiet", "htop");

        golden("demote/undo-dry-run", hearth.run("demote", "--undo", ID, "--dry-run"));
        golden("demote/undo-json", hearth.run("demote", "--yes", "--undo", ID, "--format=json"));

        assertThat(base.changes().getLast()).isEqualTo(installing("htop"));
        assertThat(exported()).isEmpty();
        assertThat(requests()).isEmpty();
        assertThat(hearth.run("demote", "--undo", ID).err()).startsWith("Error: '" + ID + "' was undone already\n");
    }

    @Test
    void makesAPetWhereThereIsNone() {
        hearth.run("rm", "--force", "--yes", "dev");

        golden("demote/new-pet-dry-run", hearth.run("demote", "htop", "--dry-run"));
        golden("demote/new-pet-json", hearth.run("demote", "--yes", "htop", "--format=json"));

        assertThat(hearth.run("show", "debian-12").out()).contains("Packages:     htop\n");
        assertThat(hearth.run("demote", "--yes", "--undo", ID).err()).contains("which was made for it, stays");
    }

    @Test
    void isAsBeforeWhenTheBaseRefuses() throws IOException {
        base.meanwhile(() -> {
            throw new EngineFailed(new Finished(Command.of("ostree"), 1, "", "the disk is full"));
        });

        var refused = hearth.run("demote", "--yes", "--quiet", "htop");

        assertThat(refused.status()).isEqualTo(7);
        assertThat(refused.err())
                .startsWith("Error: `ostree` failed with status 1: the disk is full;"
                        + " what had been done before that was undone\nHint: Both sides are as before.\n");
        assertThat(exported()).isEmpty();
        assertThat(requests()).isEmpty();
        assertThat(hearth.run("demote", "--undo", ID).err()).contains("You made no move");
    }

    @Test
    void leavesNoPetBehindWhenTheBaseRefuses() {
        hearth.run("rm", "--force", "--yes", "dev");
        base.meanwhile(() -> {
            throw new EngineFailed(new Finished(Command.of("ostree"), 1, "", "the disk is full"));
        });

        hearth.run("demote", "--yes", "--quiet", "htop");

        assertThat(hearth.run("list").out()).doesNotContain("debian-12");
    }

    @Test
    void goesOnWhereItWasCutOff() throws IOException {
        base.meanwhile(() -> {
            throw new AssertionError("killed");
        });
        hearth.run("demote", "--yes", "--quiet", "htop");
        assertThat(exported()).isEqualTo("app htop, bin htop");
        base.meanwhile(() -> {});

        golden("demote/goes-on", hearth.run("demote", "--yes", "htop"));

        hearth.run("demote", "--yes", "--undo", ID);
        assertThat(exported()).isEmpty();
        assertThat(requests()).isEmpty();
    }

    @Test
    void undoesWhatWasCutOff() throws IOException {
        base.meanwhile(() -> {
            throw new AssertionError("killed");
        });
        hearth.run("demote", "--yes", "--quiet", "htop");

        assertThat(hearth.run("demote", "--yes", "--undo", ID).status()).isZero();

        assertThat(exported()).isEmpty();
        assertThat(requests()).isEmpty();
        assertThat(base.changes()).hasSize(1);
    }

    @Test
    void tellsWhatItCannotPutBack() {
        hearth.run("demote", "--yes", "--quiet", "agent");

        assertThat(base.changes()).containsExactly(uninstalling("agent_1.0_amd64.deb"));
        assertThat(hearth.run("demote", "--yes", "--undo", ID).err())
                .contains("'agent_1.0_amd64.deb' was layered from a file, and is not on the base again");
    }

    @Test
    void movesAnywayWhatIsNeeded() {
        var refused = hearth.run("demote", "--yes", "nginx");
        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.err())
                .startsWith("Error: 'nginx' has to be in the base: a unit of the system"
                        + " (/lib/systemd/system/nginx.service)\n");
        assertThat(base.changes()).isEmpty();

        assertThat(hearth.run("demote", "--yes", "--anyway", "nginx").status()).isZero();

        assertThat(base.changes()).containsExactly(uninstalling("nginx"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "demote                                | 2 | It is not clear which packages are meant",
                "demote htop --undo demote-1a2b3c      | 2 | Packages and `--undo` exclude each other",
                "demote --undo 4                       | 2 | '4' is not the id of a move",
                "demote --undo promote-1a2b3c          | 2 | 'promote-1a2b3c' is the id of another command",
                "demote --undo demote-1a2b3c           | 3 | You made no move 'demote-1a2b3c'",
                "demote missing                        | 3 | 'missing' is not layered on the base on request",
                "demote gone                           | 4 | What 'gone' consists of cannot be told",
                "demote htop --to=other                | 3 | There is no pet named 'other'"
            })
    void refusesWhatCannotBe(String words, int status, String message) {
        var outcome = hearth.run(words.split(" ", -1));

        assertThat(outcome.err()).startsWith("Error: " + message);
        assertThat(outcome.status()).isEqualTo(status);
    }

    private String exported() {
        var rows = hearth.run("export", "--list").out().lines().skip(1);
        return String.join(
                ", ",
                rows.map(line -> line.split(" +", 3))
                        .map(words -> words[0] + " " + words[1])
                        .toList());
    }

    private List<String> requests() throws IOException {
        return new JsonMapper()
                .readTree(hearth.run("show", "dev", "--format=json").out())
                .at("/pet/packages")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static Change uninstalling(String... requests) {
        return new Change.Packages(List.of(), List.of(), null, List.of(requests), false, false);
    }

    private static Change installing(String... names) {
        return new Change.Packages(List.of(names), List.of(), null, List.of(), false, true);
    }
}
