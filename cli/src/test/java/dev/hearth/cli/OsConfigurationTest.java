package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Local configuration against defaults, and the conflicts between them. */
class OsConfigurationTest extends OsFixture {
    @Test
    void showsWhatARollbackLeavesBehind() throws IOException {
        base.with(NEW, "booted").with(OLD, "rollback");
        Files.writeString(directory.resolve("deployments/b/etc/later"), "x");

        golden("os-rollback/dry-run", hearth.run("os", "rollback", "--dry-run"));
        golden("os-rollback/dry-run-json", hearth.run("os", "rollback", "--dry-run", "--format=json"));
        assertThat(hearth.run("os", "rollback", "--etc=merged", "--dry-run").out())
                .doesNotContain("later");
    }

    @Test
    void showsDriftInThreeColumns() throws IOException {
        conflict();

        golden("os-config-diff/conflict", hearth.run("os", "config-diff"));
        golden("os-config-diff/conflict-json", hearth.run("os", "config-diff", "--format=json"));
    }

    @Test
    void listsConflictsAndWaits() throws IOException {
        conflict();

        golden("os-config-merge/waits", hearth.run("os", "config-merge"));
        golden("os-config-merge/waits-json", hearth.run("os", "config-merge", "--format=json"));
    }

    @Test
    void decidesConflicts() throws IOException {
        conflict();

        golden("os-config-merge/taken", hearth.run("os", "config-merge", "--take", "/etc/localtime"));
        assertThat(Files.readSymbolicLink(directory.resolve("deployments/b/etc/localtime")))
                .hasToString("CET");
        golden("os-config-merge/none", hearth.run("os", "config-merge"));
    }

    @Test
    void asksAboutConflictsAtATerminal() throws IOException {
        conflict();

        golden("os-config-merge/skipped", hearth.atTerminal("\n").run("os", "config-merge"));
        golden("os-config-merge/kept", hearth.atTerminal("what?\nk\n").run("os", "config-merge"));
        assertThat(hearth.run("os", "config-merge").status()).isZero();
    }

    @Test
    void leavesConflictsToRoot() throws IOException {
        conflict();
        hearth.as(1001);

        assertThat(hearth.run("os", "config-merge", "--keep").status()).isEqualTo(6);
    }

    /** A link that both sides changed: no program has to merge its lines. */
    private void conflict() throws IOException {
        base.with(NEW).with(OLD, "booted");
        var deployments = directory.resolve("deployments");
        Files.createSymbolicLink(deployments.resolve("a/usr/etc/localtime"), Path.of("UTC"));
        Files.createSymbolicLink(deployments.resolve("a/etc/localtime"), Path.of("EST"));
        Files.createSymbolicLink(deployments.resolve("b/usr/etc/localtime"), Path.of("CET"));
        Files.createSymbolicLink(deployments.resolve("b/etc/localtime"), Path.of("EST"));
    }
}
