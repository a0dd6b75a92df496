package dev.hearth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1.0 kB", "999949,999.9 kB", "999951,1.0 MB", "137600000,137.6 MB"})
    void usesDecimalUnits(long bytes, String text) {
        assertThat(Sizes.text(bytes)).isEqualTo(text);
    }
}
