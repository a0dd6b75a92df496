package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageManagerOutputTest {
    /** Which of a program's two outputs an engine hands over first is chance. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E: Unable to locate package x,Reading state information... | : E: Unable to locate package x
            Loading,Error: Unable to find a match: x,Done              | : Error: Unable to find a match: x
            Reading,Errors are none of these                           | : Errors are none of these
            '   '                                                      | ''
            """)
    void givesTheFirstErrorElseTheLastLine(String lines, String reason) {
        assertThat(new PackageManagerOutput(List.of(lines.split(",", -1))).reason())
                .isEqualTo(reason);
    }
}
