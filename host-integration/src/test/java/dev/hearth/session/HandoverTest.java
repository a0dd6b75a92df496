package dev.hearth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.process.Command;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {
    private static final Command EXEC = Command.of("podman", "exec", "--user", "1000", "dev");

    @Test
    void isALineForEachWordLastFirst() {
        assertThat(Handover.of(EXEC).withTail(3).render()).isEqualTo("""
                hearth-handover 1
                tail 3
                word dev
                word 1000
                word --user
                word exec
                word podman
                go
                """);
    }

    @Test
    void carriesVariablesSessionEndStopsAndMark() {
        var handover = Handover.of(Command.of("docker")
                        .withEnvironment("DOCKER_HOST", "unix:///run/a b.sock")
                        .withEnvironment("A", ""))
                .withSession(Path.of("/run/user/1000/hearth/sessions/1"), Command.of("docker", "exec", "end"))
                .withStops(Path.of("/run/user/1000/hearth/stops/1"))
                .withMark(new ContainerMark("dev", "docker", 1000));

        assertThat(handover.render()).isEqualTo("""
                hearth-handover 1
                tail 0
                word docker
                end end
                end exec
                end docker
                export A\s
                export DOCKER_HOST unix:///run/a b.sock
                session /run/user/1000/hearth/sessions/1
                stops /run/user/1000/hearth/stops/1
                mark dev docker 1000
                go
                """);
    }

    @Test
    void keepsWordsThatAreEmptyOrHaveBlanksAndQuotes() {
        assertThat(Handover.of(Command.of("env", "", "  a\t'\"\\$(b) ")).render())
                .isEqualTo("hearth-handover 1\ntail 0\nword   a\t'\"\\$(b) \nword \nword env\ngo\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\n", "a\nword rm", "a\0b"})
    void refusesALineBreakInAnyValue(String value) {
        assertThatThrownBy(() -> Handover.of(EXEC.with(value)).render()).isInstanceOf(HandoverRefused.class);
        assertThatThrownBy(() -> Handover.of(EXEC.withEnvironment("A", value)).render())
                .isInstanceOf(HandoverRefused.class);
    }

    @Test
    void namesTheValueItRefuses() {
        assertThatThrownBy(
                        () -> Handover.of(EXEC.with("--workdir", "/tmp/a\nb")).render())
                .hasMessage("The value '/tmp/a b' contains a line break");
    }

    @Test
    void refusesMoreThanThePipeToTheLauncherHolds() {
        assertThatThrownBy(() -> Handover.of(EXEC.with("x".repeat(40_000))).render())
                .hasMessage("The settings for this command are longer than 32768 bytes together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;b", "a\u001bb", "-a"})
    void marksOnlyNamesThatATerminalTakesAsText(String name) {
        assertThatThrownBy(() -> new ContainerMark(name, "podman", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
