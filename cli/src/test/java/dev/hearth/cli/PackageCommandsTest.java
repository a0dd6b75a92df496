package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.packages.FakeApt;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageCommandsTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;
    private FakeApt apt;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory);
        hearth.engine()
                .withFile("localhost/hearth/debian:12", "/var/lib/dpkg/status", FakeApt.paragraph("tar", "1.34"));
        apt = new FakeApt(hearth.engine()).with("gdb", "13", "libgdb").with("tar", "1.34");
        hearth.run("create", "dev");
    }

    @Test
    void installsAndRemoves() {
        golden("install/dry-run", hearth.run("install", "gdb", "--dry-run"));
        golden("install/dry-run-json", hearth.run("install", "-c", "dev", "gdb", "--dry-run", "--format=json"));
        golden("install/unasked", hearth.run("install", "gdb"));
        golden("install/done", hearth.run("install", "--yes", "gdb"));
        assertThat(hearth.run("show", "dev").out()).contains("Packages:     gdb\n");
        golden("install/again-json", hearth.run("install", "gdb", "--format=json"));
        golden("uninstall/done-json", hearth.run("remove", "--yes", "--quiet", "gdb", "--format=json"));
        assertThat(hearth.run("history", "dev").out()).contains("install", "remove");
    }

    @Test
    void saysThatThePetIsWhatItWas() {
        apt.failing("gdb");

        golden("install/failed", hearth.run("install", "--yes", "gdb"));
        golden("install/missing-json", hearth.run("install", "--yes", "gdc", "--format=json"));
    }

    @Test
    void upgradesWhatCanBe() {
        hearth.run("create", "web");
        golden("upgrade/nothing-json", hearth.run("upgrade", "dev", "--format=json"));
        apt.with("tar", "1.35");

        golden("upgrade/dry-run", hearth.run("upgrade", "web", "--dry-run"));
        golden("upgrade/one-of-two-missing", hearth.run("upgrade", "--yes", "gone", "dev"));
        golden("upgrade/all-json", hearth.run("upgrade", "--yes", "--all", "--quiet", "--format=json"));
    }

    @Test
    void upgradesSeveralAtOnce() {
        hearth.run("create", "web");
        apt.with("tar", "1.35");

        var outcome = hearth.run("upgrade", "--yes", "dev", "gone", "web");

        assertThat(outcome.err())
                .contains(
                        "There is no pet named 'gone'", "dev: Setting up tar (1.35)\n", "web: Setting up tar (1.35)\n");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(hearth.run("history", "dev").out()).contains("upgrade");
        assertThat(hearth.run("history", "web").out()).contains("upgrade");
    }

    @Test
    void searches() {
        golden("search/two", hearth.run("search", "-c", "dev", "a"));
        golden("search/two-json", hearth.run("search", "a", "--format=json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "install --yes gdb-    | 2 | 'gdb-' is not the name of a package",
                "install -- --root=/   | 2 | '--root=/' is not the name of a package",
                "install -c gone gdb   | 3 | There is no pet named 'gone'",
                "remove dev            | 2 | 'dev' is a pet, and no package that was asked for",
                "search -- -x          | 2 | '-x' cannot be searched for",
                "upgrade dev --all     | 2 | A pet and `--all` exclude each other"
            })
    void refusesWhatCannotBe(String words, int status, String message) {
        var outcome = hearth.run(words.split(" ", -1));

        assertThat(outcome.err()).startsWith("Error: " + message + "\n");
        assertThat(outcome.status()).isEqualTo(status);
    }

    private static void golden(String name, Outcome outcome) {
        Golden.verify(name + ".txt", outcome.text());
    }
}
