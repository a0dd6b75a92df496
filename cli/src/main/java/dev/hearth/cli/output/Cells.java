package dev.hearth.cli.output;

/** Measures and cuts text by the cells it takes on a terminal, as {@code wcwidth} counts them. */
public final class Cells {
    private static final String ELLIPSIS = "…";

    /** First and last code points of the blocks whose characters take two cells. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1B000, 0x1B2FF}, {0x20000, 0x3FFFD}
    };

    private Cells() {}

    /** {@return how many cells the text takes} */
    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** {@return the text, with its end replaced by an ellipsis when it takes more cells} */
    public static String cut(String text, int cells) {
        if (width(text) <= cells) {
            return text;
        }
        var kept = new StringBuilder();
        int left = cells - width(ELLIPSIS);
        for (int point : text.codePoints().toArray()) {
            left -= width(point);
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return cells <= 0 ? "" : kept + ELLIPSIS;
    }

    /** {@return the text with blanks at its end up to so many cells} */
    public static String padded(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - width(text)));
    }

    private static int width(int point) {
        if (point >= ' ' && point <= '~') {
            return 1;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        if (point < WIDE[0][0]) {
            return false;
        }
        for (var block : WIDE) {
            if (point >= block[0] && point <= block[1]) {
                return true;
            }
        }
        return Character.isEmojiPresentation(point);
    }
}
