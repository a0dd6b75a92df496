package dev.hearth.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.failure.Failure;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapFailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tar: ./usr/lib/x: Cannot write: No space left on device",
                "E: You don't have enough free space in /tmp/x/var/cache/apt/archives/.",
                "Error: Transaction test error: installing package x needs 12MB more space on the / filesystem",
                "cp: error writing 'x': Disk quota exceeded",
            })
    void recognisesAFullDisk(String line) {
        assertThat(failure("I: a", line, "E: mmdebstrap failed to run"))
                .isInstanceOf(NoSpaceForBootstrap.class)
                .hasMessage("There is no space left in '/work' for making an image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E: Failed to fetch http://mirror.example.org/x  Could not connect to mirror.example.org:80",
                "W: Temporary failure resolving 'mirror.example.org'",
                "E: The repository 'http://mirror.example.org bookworm Release' does not have a Release file.",
                "Error: Failed to download metadata for repo 'fedora': Cannot prepare internal mirrorlist",
                "  - Curl error (6): Couldn't resolve host name for https://mirror.example.org/",
            })
    void recognisesAMirrorThatDoesNotAnswer(String line) {
        assertThat(failure("I: a", line, "E: apt-get update failed"))
                .isInstanceOf(MirrorUnreachable.class)
                .hasMessageStartingWith("The packages of Debian cannot be fetched: ");
    }

    @Test
    void showsTheLineThatSaysWhy() {
        assertThat(failure(
                        "I: a",
                        "E: Unable to locate package suddo",
                        "E: run_chroot failed: E: x",
                        "E: mmdebstrap failed to run"))
                .hasMessage("`mmdebstrap` failed with status 25: Unable to locate package suddo");
        assertThat(failure("newuidmap: uid range not allowed", ""))
                .hasMessage("`mmdebstrap` failed with status 25: newuidmap: uid range not allowed");
        assertThat(failure()).hasMessage("`mmdebstrap` failed with status 25");
    }

    @Test
    void recognisesAFullDiskWhenHearthWrites() {
        assertThat(BootstrapFailures.isFullDisk(new UncheckedIOException(
                        new FileSystemException("/scratch/x", null, "No space left on device"))))
                .isTrue();
        assertThat(BootstrapFailures.isFullDisk(new UncheckedIOException(new FileSystemException("/scratch/x"))))
                .isFalse();
    }

    @Test
    void showsNoPasswords() {
        assertThat(failure("E: Failed to fetch https://me:secret@mirror.example.org/x  403"))
                .hasMessage(
                        "The packages of Debian cannot be fetched: Failed to fetch https://mirror.example.org/x  403");
    }

    private static Failure failure(String... lines) {
        return BootstrapFailures.of(
                "mmdebstrap", 25, List.of(lines), BootstrapFixture.choice("debian", "12"), Path.of("/work"));
    }
}
