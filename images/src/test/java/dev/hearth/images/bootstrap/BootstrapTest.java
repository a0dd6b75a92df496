package dev.hearth.images.bootstrap;

import static dev.hearth.images.bootstrap.BootstrapFixture.DEBIAN_12;
import static dev.hearth.images.bootstrap.BootstrapFixture.choice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.ScriptedProcesses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapTest {
    @TempDir
    private Path directory;

    @Test
    void saysWhichToolIsMissingAndWhoInstallsIt() {
        var failure = failure(new ScriptedProcesses(), "debian", "12");

        assertThat(failure)
                .isInstanceOf(BootstrapToolMissing.class)
                .hasMessage(
                        "The program 'mmdebstrap' is not installed, and without it no image can be made from packages");
        assertThat(failure.hint()).contains("Run `hearth setup`, which offers to install it.");
    }

    @Test
    void saysPlainlyWhatCannotBeMade() {
        assertThat(failure(new ScriptedProcesses(), "arch", "latest"))
                .isInstanceOf(NoBootstrap.class)
                .hasMessage("Hearth cannot make arch latest from packages:"
                        + " pacstrap would need a host with pacman and its keys");
    }

    @Test
    void knowsWhatIsPossible() {
        assertThat(Bootstrap.isPossible(choice("debian", "12"))).isTrue();
        assertThat(Bootstrap.isPossible(choice("fedora", "44"))).isTrue();
        assertThat(Bootstrap.isPossible(choice("alpine", "3.22"))).isFalse();
    }

    private Failure failure(ScriptedProcesses processes, String distribution, String release) {
        var bootstrap = new Bootstrap(BootstrapFixture.host(directory, DEBIAN_12), processes);

        return catchThrowableOfType(
                Failure.class, () -> bootstrap.make(choice(distribution, release), _ -> {}, Rootfs::tar));
    }
}
