package dev.hearth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
    @ParameterizedTest
    @CsvSource({"'',0", "abc,3", "größe,5", "gro\u0308ße,5", "世界,4", "🐾,2", "한글,4", "ｶﾅ,2", "Ａ,2", "→,1"})
    void countsCellsAsATerminalDoes(String text, int cells) {
        assertThat(Cells.width(text)).isEqualTo(cells);
    }

    @ParameterizedTest
    @CsvSource({"abcdef,6,abcdef", "abcdef,5,abcd…", "世界,3,世…", "世界,2,…", "abc,1,…", "abc,0,''"})
    void cutsSoThatTheEllipsisFits(String text, int cells, String cut) {
        assertThat(Cells.cut(text, cells)).isEqualTo(cut);
    }

    @ParameterizedTest
    @CsvSource({"世,4,'世  '", "abc,2,abc"})
    void padsByCells(String text, int cells, String padded) {
        assertThat(Cells.padded(text, cells)).isEqualTo(padded);
    }
}
