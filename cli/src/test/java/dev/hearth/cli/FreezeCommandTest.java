package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.packages.FakeApt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreezeCommandTest {
    private static final String IMAGE = "localhost/hearth/debian:12";
    private static final String DPKG = "/var/lib/dpkg/status";

    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory).withState();
        hearth.engine().withFile(IMAGE, DPKG, installed("1.34"));
        hearth.run("create", "dev", "--volume=cache:/var/cache", "--env=EDITOR=vi", "--package=tar", "--memory=1g");
    }

    @Test
    void writesWhatAppliesWithoutAChange() throws IOException {
        Golden.verify("freeze/dry-run.txt", hearth.run("freeze", "--dry-run").text());

        assertThat(hearth.run("freeze").status()).isZero();

        assertThat(hearth.run("apply", "--dry-run").out()).isEqualTo("dev: as declared\n");
        assertThat(Files.readString(hearth.work().resolve("hearth.lock"))).contains("tar: '1.34'", "image-id: sha256:");
        assertThat(hearth.run("freeze").status()).isEqualTo(2);
        assertThat(hearth.run("--yes", "freeze").status()).isZero();
    }

    @Test
    void writesWhatWasAskedForSince() throws IOException {
        var _ = new FakeApt(hearth.engine()).with("gdb", "13");
        hearth.run("--yes", "install", "gdb");

        hearth.run("freeze");

        assertThat(Files.readString(hearth.work().resolve("hearth.yaml"))).contains("- tar\n", "- gdb\n");
        assertThat(hearth.run("apply", "--dry-run").out()).isEqualTo("dev: as declared\n");
    }

    @Test
    void makesTheSameAgain() {
        hearth.run("freeze");
        hearth.run("rm", "--force", "dev");

        assertThat(hearth.run("--yes", "apply", "--locked").status()).isZero();

        assertThat(hearth.run("show", "dev").out()).contains("EDITOR=vi");
    }

    @Test
    void saysThatPackagesAreNoLongerTheSame() {
        hearth.run("freeze");
        hearth.run("rm", "--force", "dev");
        hearth.engine().withFile(IMAGE, DPKG, installed("1.35"));

        var outcome = hearth.run("--yes", "apply", "--locked");

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err())
                .contains("Packages of 'dev' are not those of the lock file: tar is 1.35 instead of 1.34\n");
    }

    @Test
    void refusesAnImageThatNobodyHas() throws IOException {
        hearth.run("freeze");
        hearth.run("rm", "--force", "dev");
        var lock = hearth.work().resolve("hearth.lock");
        Files.writeString(lock, Files.readString(lock).replaceFirst("image-id: .*", "image-id: sha256:other"));

        var outcome = hearth.run("--yes", "apply", "--locked");

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).contains("The image of 'dev' was made on another machine, and is not here");
        assertThat(hearth.engine().containers()).isEmpty();
    }

    private static String installed(String version) {
        return "Package: tar\nStatus: install ok installed\nVersion: " + version + "\n\n";
    }
}
