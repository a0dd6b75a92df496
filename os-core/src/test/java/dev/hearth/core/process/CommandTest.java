package dev.hearth.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void quotesWordsThatAShellWouldTakeApart() {
        var command = Command.of("printf", "a b", "it's", "", "$HOME", "/usr/bin:x=1");

        assertThat(command).hasToString("printf 'a b' 'it'\\''s' '' '$HOME' /usr/bin:x=1");
    }

    @Test
    void addsWordsOnlyWhenTheConditionHolds() {
        var command = Command.of("podman", "exec").withIf(true, "--tty").withIf(false, "--detach");

        assertThat(command.argv()).containsExactly("podman", "exec", "--tty");
    }

    @Test
    void namesTheLastThingAFailedProgramSaid() {
        var finished = new Finished(Command.of("bootc", "status"), 1, "", "first\nerror: \u001b[31mno root\n\n");

        assertThatThrownBy(finished::orThrow)
                .isInstanceOf(ProgramFailed.class)
                .hasMessage("`bootc status` failed with status 1: error: [31mno root");
    }
}
