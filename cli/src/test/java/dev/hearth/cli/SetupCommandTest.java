package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.engine.NoEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupCommandTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void startOnAFreshMachineAsAnOrdinaryUser() throws IOException {
        hearth = new HearthFixture(directory).as(1001);
        hearth.ports().breakWith(new NoEngine("none is installed"));
        hearth.ports()
                .scripted()
                .answer("ada:x:1001:1000::/home/ada:/bin/bash\n", "getent", "passwd", "ada")
                .answer("ada\n", "id", "-nG", "ada")
                .answerAny(1)
                .installed("apt-get", "sudo");
        var kernel = Files.createDirectories(hearth.root().resolve("proc/sys/user"));
        Files.writeString(kernel.resolve("max_user_namespaces"), "1000\n");
    }

    @Test
    void showsWhatItWouldDo() {
        Golden.verify("setup/dry-run.txt", hearth.run("setup", "--dry-run").text());
    }

    @Test
    void namesTheOneCommandThatNeedsRoot() {
        Golden.verify("setup/needs-root.txt", hearth.run("setup").text());
    }

    @Test
    void isOfferedToACommandThatNeedsAnEngine() {
        Golden.verify("setup/offered.txt", hearth.run("--yes", "run", "true").text());
    }

    @Test
    void isNotOfferedToACommandThatOnlyLooks() {
        assertThat(hearth.run("list").err()).isEqualTo("""
                Error: No container engine can be used: none is installed
                Hint: `hearth setup` prepares one, `hearth engine` shows what was looked for.
                """);
        assertThat(hearth.ports().scripted().ran()).isEmpty();
    }

    @Test
    void cannotBringAboutAnAddress() {
        assertThat(hearth.run("--engine=unix:///run/x.sock", "enter").err())
                .startsWith("Error: No container engine can be used: none is installed\n");
        assertThat(hearth.ports().scripted().ran()).isEmpty();
    }

    @Test
    void cannotBringAboutAnAddressThatTheEnvironmentNames() {
        hearth.withVariable("DOCKER_HOST", "unix:///run/x.sock");

        assertThat(hearth.run("--yes", "enter").err())
                .startsWith("Error: No container engine can be used: none is installed\n");
        assertThat(hearth.ports().scripted().ran()).isEmpty();
    }

    @Test
    void refusesAnEngineThatNobodyKnows() {
        var unknown = hearth.run("setup", "--engine=lxc");
        var address = hearth.run("setup", "--engine=unix:///run/x.sock");

        assertThat(unknown.err())
                .startsWith("Error: 'lxc', from --engine, names no container engine\nHint: Write docker, podman, or ");
        assertThat(address.err()).isEqualTo("""
                        Error: 'unix:///run/x.sock' is no engine that can be prepared
                        Hint: Use docker or podman.
                        """);
        assertThat(List.of(unknown.status(), address.status())).containsExactly(2, 2);
    }
}
