package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineScriptTest {
    private static final List<String> PARTS = List.of("setup-files", "setup-host", "setup-engine");

    @TempDir
    private Path directory;

    private Path host;
    private Path place;

    @BeforeEach
    void makeRoots() throws IOException {
        host = Files.createDirectory(directory.resolve("host"));
        Files.createDirectories(host.resolve("run/engine"));
        place = directory.resolve("run/docker.sock");
    }

    @ParameterizedTest
    @EnumSource
    void linksToWhereTheEngineMakesItsSocket(Shell shell) throws IOException {
        share(shell, "/run/engine/docker.sock");
        share(shell, "/run/engine/docker.sock");

        assertThat(Files.readSymbolicLink(place)).isEqualTo(host.resolve("run/engine/docker.sock"));
    }

    @ParameterizedTest
    @EnumSource
    void followsTheHostsLinkToTheDirectory(Shell shell) throws IOException {
        Files.createDirectory(host.resolve("var"));
        Files.createSymbolicLink(host.resolve("var/run"), Path.of("/run/engine"));

        share(shell, "/var/run/docker.sock");

        assertThat(Files.readSymbolicLink(place)).isEqualTo(host.resolve("run/engine/docker.sock"));
    }

    @ParameterizedTest
    @EnumSource
    void takesTheLinkAwayAgain(Shell shell) {
        share(shell, "/run/engine/docker.sock");
        share(shell, "");

        assertThat(place).doesNotExist();
        assertThat(Files.isSymbolicLink(place)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void leavesAnEngineOfThePetsOwn(Shell shell) throws IOException {
        Files.createDirectories(directory.resolve("run"));
        Files.writeString(place, "a socket");

        var finished = run(shell, "/run/engine/docker.sock");

        assertThat(finished.status()).isEqualTo(1);
        assertThat(finished.err()).contains("an engine of the pet's own listens at " + place);
        assertThat(place).hasContent("a socket");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhenTheHostHasNoSuchDirectory(Shell shell) {
        var finished = run(shell, "/run/other/docker.sock");

        assertThat(finished.status()).isEqualTo(1);
        assertThat(finished.err()).contains("the host has no /run/other");
    }

    private void share(Shell shell, String socket) {
        var finished = run(shell, socket);

        assertThat(finished.err()).isEmpty();
        assertThat(finished.status()).isZero();
    }

    private Finished run(Shell shell, String socket) {
        var line = "set -eu; host=$1 engine_places=$2; share_engine";
        var variables = Map.of("HEARTH_ENGINE_SOCKET", socket);
        return shell.with(PARTS, line, variables, host.toString(), place.toString());
    }
}
