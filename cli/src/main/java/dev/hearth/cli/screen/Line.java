package dev.hearth.cli.screen;

import dev.hearth.cli.output.Cells;
import dev.hearth.cli.output.Colors;
import dev.hearth.core.text.Printable;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A line of a screen, written from left to right; whatever it is given, it is one line and harmless. */
public final class Line {
    private final boolean styled;
    private final AttributedStringBuilder text = new AttributedStringBuilder();
    private int width;

    /** Begins a line, which is dressed up where there are colours. */
    public Line(Colors colors) {
        styled = colors == Colors.ANSI;
    }

    public Line plain(String words) {
        return with(words, AttributedStyle.DEFAULT);
    }

    public Line bold(String words) {
        return with(words, AttributedStyle.DEFAULT.bold());
    }

    public Line dim(String words) {
        return with(words, AttributedStyle.DEFAULT.faint());
    }

    public Line green(String words) {
        return with(words, AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN));
    }

    public Line yellow(String words) {
        return with(words, AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW));
    }

    public Line red(String words) {
        return with(words, AttributedStyle.DEFAULT.foreground(AttributedStyle.RED));
    }

    public Line inverse(String words) {
        return with(words, AttributedStyle.DEFAULT.inverse());
    }

    /** Writes words in a column of so many cells, and a gap of two behind it. */
    public Line cell(String words, int cells) {
        return plain(Cells.padded(Cells.cut(Printable.line(words), cells), cells) + "  ");
    }

    /** Writes words in a column of so many cells, at its right, and a gap of two behind it. */
    public Line right(String words, int cells) {
        var cut = Cells.cut(Printable.line(words), cells);
        return plain(" ".repeat(cells - Cells.width(cut)) + cut + "  ");
    }

    /** Writes words up to the last of so many columns; where they are longer, their end is left out visibly. */
    public Line rest(String words, int columns) {
        return plain(Cells.cut(Printable.line(words), columns - width));
    }

    /** Goes on at this cell, counted from 0, if that is not written to already. */
    public Line at(int cell) {
        return plain(" ".repeat(Math.max(0, cell - width)));
    }

    /** {@return the line, as much of it as fits} */
    public AttributedString fit(int columns) {
        var whole = text.toAttributedString();
        return whole.columnLength() <= columns ? whole : whole.columnSubSequence(0, columns);
    }

    private Line with(String words, AttributedStyle style) {
        // Blanks count, so nothing is stripped.
        var harmless = Printable.text(words).replace('\n', ' ').replace('\t', ' ');
        text.append(harmless, styled ? style : AttributedStyle.DEFAULT);
        width += Cells.width(harmless);
        return this;
    }
}
