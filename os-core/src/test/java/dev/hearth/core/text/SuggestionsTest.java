package dev.hearth.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> COMMANDS = List.of("create", "enter", "list", "restart", "rm", "run", "start");

    @ParameterizedTest
    @CsvSource({"crate, create", "etner, enter", "LIST, list", "sart, start", "rnu, run", "strat, start"})
    void findsTheWordThatWasProbablyMeant(String typed, String meant) {
        assertThat(Suggestions.nearest(typed, COMMANDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"frobnicate", "xyz", "''"})
    void suggestsNothingFarFetched(String typed) {
        assertThat(Suggestions.nearest(typed, COMMANDS)).isEmpty();
    }

    @Test
    void choosesTheFirstOfEquallyNearWordsByAlphabet() {
        assertThat(Suggestions.nearest("r", List.of("rx", "ra"))).contains("ra");
    }

    @Test
    void asksWhetherItWasMeant() {
        assertThat(Suggestions.question("crate", COMMANDS)).contains("Did you mean 'create'?");
    }
}
