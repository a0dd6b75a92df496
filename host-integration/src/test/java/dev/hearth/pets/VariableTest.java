package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableTest {
    private static final Environment CALLERS = new Environment(Map.of("LANG", "C", "EMPTY", ""));

    @ParameterizedTest
    @ValueSource(strings = {"", "=", " ", "a=b", "two\nlines", "$(reboot)", "wörld", "-x"})
    void carriesAnyValueExactly(String value) {
        assertThat(Variable.parse("NAME=" + value, CALLERS)).isEqualTo(new Variable("NAME", value));
    }

    @Test
    void takesTheCallersValueForANameAlone() {
        assertThat(Variable.parse("LANG", CALLERS)).isEqualTo(new Variable("LANG", "C"));
        assertThat(Variable.parse("EMPTY", CALLERS)).isEqualTo(new Variable("EMPTY", ""));
    }

    @Test
    void refusesANameAloneThatTheCallerDoesNotHave() {
        assertThatThrownBy(() -> Variable.parse("NONE", CALLERS))
                .isInstanceOf(InvalidVariable.class)
                .hasMessage("The variable 'NONE' is not set here, so that it has no value to pass on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=x", "1A=x", "A-B=x", "A B", "ä=x", "A\n=x", "A=\0"})
    void refusesWhatIsNoVariable(String text) {
        assertThatThrownBy(() -> Variable.parse(text, CALLERS)).isInstanceOf(InvalidVariable.class);
    }
}
