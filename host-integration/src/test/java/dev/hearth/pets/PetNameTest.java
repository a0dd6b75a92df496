package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PetNameTest {
    private static final String LONGEST = "p".repeat(63);

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Dev", "debian-12", "x_1.y", "a."})
    void takesWhatBothEnginesTakeForAContainer(String text) {
        assertThat(PetName.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "7", "7up", ".dev", "-dev", "_dev", "de v", "dev/x", "dév"})
    void refusesAllElse(String text) {
        assertThat(PetName.isValid(text)).isFalse();
        assertThatThrownBy(() -> PetName.parse(text))
                .isInstanceOfSatisfying(
                        InvalidPetName.class,
                        failure -> assertThat(failure.hint())
                                .hasValue("Use a letter, then 1 to 62 letters, digits, dots, dashes or underscores."))
                .hasMessage("'" + text + "' cannot be a pet's name");
    }

    @Test
    void isNoLongerThanAHostName() {
        assertThat(PetName.isValid(LONGEST)).isTrue();
        assertThat(PetName.isValid(LONGEST + "p")).isFalse();
    }
}
