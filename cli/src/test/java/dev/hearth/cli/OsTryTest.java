package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What trying what boots next takes; how it goes is not for a build without machines. */
class OsTryTest extends OsFixture {
    @Test
    void needsSomethingThatWaits() {
        base.with(NEW, "booted").with(OLD, "rollback");

        var refused = hearth.run("os", "try");

        golden("os-try/nothing-waits", refused);
        assertThat(refused.status()).isEqualTo(4);
    }

    @Test
    void needsARepositoryOfOstrees() {
        base.with(NEW).with(OLD, "booted");

        var refused = hearth.run("os", "try", "--work=scratch", "--format=json");

        golden("os-try/not-offered-json", refused);
        assertThat(refused.status()).isEqualTo(2);
    }

    @Test
    void keepsItsWorkToRoot() throws IOException {
        base.with(NEW, "booted");
        hearth.run("os", "try");

        var place = hearth.root().resolve("var/lib/hearth/try");

        assertThat(place).isDirectory();
        assertThat(Files.getPosixFilePermissions(place).toString()).doesNotContain("GROUP", "OTHERS");
        var refused = hearth.as(1000).run("os", "try");
        golden("os-try/not-root", refused);
        assertThat(refused.status()).isEqualTo(6);
    }
}
