package dev.hearth.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void takesEscapeSequencesTheirTeeth() {
        assertThat(Printable.text("a\u001b[2Jb\u0007\u009bc\u007f")).isEqualTo("a[2Jbc");
    }

    @Test
    void takesAwayWhatReordersText() {
        assertThat(Printable.text("safe\u202egnp.exe\u2066\u200b")).isEqualTo("safegnp.exe");
    }

    @Test
    void keepsLetters() {
        assertThat(Printable.text("Grüße, 世界 🐾")).isEqualTo("Grüße, 世界 🐾");
    }

    @Test
    void keepsLinesInAText() {
        assertThat(Printable.text("a\r\n\tb\u2028c")).isEqualTo("a\n\tbc");
    }

    @Test
    void putsALineOnOneLine() {
        assertThat(Printable.line(" a\nb\tc\r\n")).isEqualTo("a b c");
    }

    @Test
    void findsTheLastLineThatSaysSomething() {
        assertThat(Printable.lastLine("first\n last \n\n  \n")).isEqualTo("last");
        assertThat(Printable.lastLine("\n")).isEmpty();
    }
}
