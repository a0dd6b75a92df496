package dev.hearth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Terminals;
import dev.hearth.core.prompt.CannotAsk;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsolePromptTest {
    private static final Terminals TERMINAL = new Terminals(true, false, true, 80);

    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @CsvSource({"y,true", "YES,true", "' yes ',true", "'',false", "n,false", "yep,false", "ja,false"})
    void takesOnlyAClearYesForYes(String answer, boolean yes) {
        assertThat(prompt(TERMINAL, answer + "\n", false).confirm("Remove the pet 'dev'?"))
                .isEqualTo(yes);
        assertThat(said).hasToString("Remove the pet 'dev'? [y/N] ");
    }

    @Test
    void takesAClosedInputForNo() {
        assertThat(prompt(TERMINAL, "", false).confirm("Go on?")).isFalse();
        assertThat(said).hasToString("Go on? [y/N] \n");
    }

    @Test
    void doesNotAskWhoSaidYesBeforehand() {
        assertThat(prompt(Terminals.NONE, "", true).confirm("Go on?")).isTrue();
        assertThat(said).hasToString("");
    }

    @Test
    void refusesToGuessWhereNobodyCanAnswer() {
        assertThatThrownBy(() -> prompt(new Terminals(false, true, true, 80), "y\n", false)
                        .confirm("Go on?"))
                .isInstanceOf(CannotAsk.class)
                .hasMessage("Not on a terminal, so this cannot be asked: Go on?");
    }

    private ConsolePrompt prompt(Terminals terminals, String input, boolean yes) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new ConsolePrompt(terminals, in, new Talk(new PrintWriter(said), 80, () -> false), () -> yes);
    }
}
