package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.os.CannedBase;
import dev.hearth.os.Change;
import dev.hearth.os.EngineFailed;
import dev.hearth.os.Signing;
import dev.hearth.os.Update;
import dev.hearth.packages.FakeApt;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The base, Flatpaks and pets upgraded at once, and returned. */
class EverythingTest extends OsFixture {
    private static final String ID = "everything-bb1ad5";
    private static final String COMMIT = "c".repeat(64);
    private static final String MAPS = "org.gnome.Maps/x86_64/stable";

    private FakeApt apt;

    @BeforeEach
    void haveSomethingNewerOfEach() {
        base.with(OLD, "booted");
        base.knowing(new Update(CannedBase.SOURCE, NEW.commit(), Signing.NOT_REQUIRED, null));
        base.meanwhile(() -> base.rebootedInto(NEW).with(OLD));
        hearth.withState();
        hearth.engine()
                .withFile("localhost/hearth/debian:12", "/var/lib/dpkg/status", FakeApt.paragraph("tar", "1.34"));
        apt = new FakeApt(hearth.engine()).with("tar", "1.35");
        hearth.run("create", "dev");
        hearth.letPass(Duration.ofMillis(1));
        hearth.run("create", "web");
    }

    @Test
    void showsOnePlan() {
        withFlatpaks();

        golden("upgrade/everything-dry-run", hearth.run("upgrade", "--everything", "--dry-run"));
        golden("upgrade/everything-dry-run-json", hearth.run("upgrade", "--everything", "--dry-run", "--format=json"));
        golden("upgrade/everything-unasked", hearth.run("upgrade", "--everything"));

        assertThat(base.changes()).isEmpty();
    }

    @Test
    void isOneStoryInAllHistories() {
        withFlatpaks();

        golden("upgrade/everything-json", hearth.run("upgrade", "--everything", "--yes", "--quiet", "--format=json"));

        assertThat(hearth.run("os", "history").out()).contains(ID);
        assertThat(hearth.run("history", "dev").out()).contains(ID);
        assertThat(hearth.run("history", "web").out()).contains(ID);
    }

    @Test
    void goesBackAsAWhole() {
        withFlatpaks();
        hearth.run("upgrade", "--everything", "--yes", "--quiet");

        golden("rollback/everything-dry-run", hearth.run("rollback", "--everything", ID, "--dry-run"));
        golden("rollback/everything", hearth.run("rollback", "--everything", ID, "--yes"));

        assertThat(base.changes().getLast()).isEqualTo(new Change.Rollback(Change.Configuration.OLD));
        assertThat(hearth.ports().scripted().ran().getLast().argv())
                .containsExactly(
                        "flatpak", "update", "--user", "--noninteractive", "--assumeyes", "--commit=" + COMMIT, MAPS);
        assertThat(hearth.run("rollback", "--everything", ID).err())
                .startsWith("Error: '" + ID + "' was undone already\n");
    }

    @Test
    void goesOnWhereTheBaseFails() {
        base.meanwhile(() -> {
            throw new EngineFailed(new Finished(Command.of("ostree"), 1, "", "the disk is full"));
        });

        var outcome = hearth.run("upgrade", "--everything", "--yes", "--quiet");

        assertThat(outcome.status()).isEqualTo(7);
        assertThat(outcome.err()).contains("the disk is full", "Not all of it could be upgraded");
        assertThat(hearth.run("history", "dev").out()).contains(ID);
        assertThat(hearth.run("rollback", "--everything", ID, "--dry-run").out())
                .contains("In 'dev'")
                .doesNotContain("On the base");
    }

    @Test
    void leavesABaseAloneThatMovedOn() {
        hearth.run("upgrade", "--everything", "--yes", "--quiet");
        base.rebootedInto(CannedBase.deployment("c", "43", 3)).with(NEW);

        var outcome = hearth.run("rollback", "--everything", ID, "--yes");

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).contains("The base was changed after '" + ID + "'");
        assertThat(base.changes()).hasSize(1);
    }

    @Test
    void isNothingWhenAllIsUpToDate() {
        base.knowing(Update.none(CannedBase.SOURCE));
        apt.with("tar", "1.34");

        golden("upgrade/everything-none", hearth.run("upgrade", "--everything"));
    }

    @Test
    void refusesWordsThatDoNotGoTogether() {
        golden("upgrade/everything-and-pet", hearth.run("upgrade", "--everything", "dev"));
        golden("upgrade/sysroot-alone", hearth.run("upgrade", "--sysroot=/srv/x"));
        golden("rollback/everything-and-pet", hearth.run("rollback", "--everything", ID, "dev"));
        assertThat(hearth.run("rollback", "--everything", "everything-000000").err())
                .startsWith("Error: You made no upgrade 'everything-000000'\n");
        golden("rollback/everything-no-id", hearth.run("rollback", "--everything", "dev"));
    }

    private void withFlatpaks() {
        hearth.ports()
                .scripted()
                .answer(MAPS + "\n", "flatpak", "remote-ls", "--user", "--updates", "--columns=ref")
                .answer("", "flatpak", "remote-ls", "--system", "--updates", "--columns=ref")
                .answer(COMMIT + "\n", "flatpak", "info", "--user", "--show-commit", MAPS)
                .answer("", "flatpak", "update", "--user", "--noninteractive", "--assumeyes", MAPS)
                .answer(
                        "",
                        "flatpak",
                        "update",
                        "--user",
                        "--noninteractive",
                        "--assumeyes",
                        "--commit=" + COMMIT,
                        MAPS);
    }
}
