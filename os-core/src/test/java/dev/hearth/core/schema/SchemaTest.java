package dev.hearth.core.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static final Schema SCHEMA = new Schema(2, "0.2.0");

    @Test
    void acceptsItselfAndEarlierOnes() {
        assertThatCode(() -> SCHEMA.check("'x'", 2, null)).doesNotThrowAnyException();
        assertThatCode(() -> SCHEMA.check("'x'", 1, "0.1.0")).doesNotThrowAnyException();
    }

    @Test
    void namesTheVersionThatALaterOneTakes() {
        assertThatThrownBy(() -> SCHEMA.check("'x'", 3, "0.3.0"))
                .isInstanceOf(NewerSchema.class)
                .hasMessage("'x' was written by a newer hearth, and takes hearth 0.3.0 or later (it has schema 3, this"
                        + " hearth knows 2)");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "\u001b[31m9", "9 or none, run this", "newest"})
    void printsNothingThatIsNoVersion(String needs) {
        assertThatThrownBy(() -> SCHEMA.check("'x'", 3, needs))
                .hasMessageStartingWith("'x' was written by a newer hearth, and takes a later hearth (it has");
    }
}
