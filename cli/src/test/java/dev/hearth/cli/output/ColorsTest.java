package dev.hearth.cli.output;

import static dev.hearth.cli.output.Colors.ANSI;
import static dev.hearth.cli.output.Colors.Choice.ALWAYS;
import static dev.hearth.cli.output.Colors.Choice.AUTO;
import static dev.hearth.cli.output.Colors.Choice.NEVER;
import static dev.hearth.cli.output.Colors.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorsTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @Test
    void appearOnCapableTerminalsOnly() {
        assertThat(choose(AUTO, XTERM, true)).isEqualTo(ANSI);
        assertThat(choose(AUTO, XTERM, false)).isEqualTo(PLAIN);
        assertThat(choose(AUTO, Map.of("TERM", "dumb"), true)).isEqualTo(PLAIN);
        assertThat(choose(AUTO, Map.of(), true)).isEqualTo(PLAIN);
    }

    @Test
    void followTheEnvironment() {
        assertThat(choose(AUTO, Map.of("TERM", "xterm", "NO_COLOR", "1"), true)).isEqualTo(PLAIN);
        assertThat(choose(AUTO, Map.of("TERM", "xterm", "NO_COLOR", ""), true)).isEqualTo(ANSI);
        assertThat(choose(AUTO, Map.of("CLICOLOR_FORCE", "1"), false)).isEqualTo(ANSI);
        assertThat(choose(AUTO, Map.of("CLICOLOR_FORCE", "0"), false)).isEqualTo(PLAIN);
        assertThat(choose(AUTO, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), false))
                .isEqualTo(PLAIN);
    }

    @Test
    void followTheOptionBeforeAllElse() {
        assertThat(choose(ALWAYS, Map.of("NO_COLOR", "1"), false)).isEqualTo(ANSI);
        assertThat(choose(NEVER, Map.of("CLICOLOR_FORCE", "1", "TERM", "xterm"), true))
                .isEqualTo(PLAIN);
    }

    @Test
    void leaveNothingBehindOnPlainText() {
        assertThat(PLAIN.red("error")).isEqualTo("error");
        assertThat(ANSI.red("error")).isEqualTo("\u001B[31merror\u001B[0m");
        assertThat(ANSI.red("")).isEmpty();
    }

    private static Colors choose(Colors.Choice choice, Map<String, String> environment, boolean terminal) {
        return Colors.of(choice, new Environment(environment), terminal);
    }
}
