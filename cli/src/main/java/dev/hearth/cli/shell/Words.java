package dev.hearth.cli.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line, which blanks part and quotes and backslashes hold together, as in any shell; nothing in them is
 * ever executed.
 *
 * @param words the last one is being typed: it is empty where the line ends with a blank
 * @param last where in the line the last one begins
 * @param open whether a quote, or a backslash at the end, wants the line to go on
 */
record Words(List<String> words, int last, boolean open) {
    private static final char NONE = 0;

    Words {
        words = List.copyOf(words);
    }

    static Words of(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        int begins = -1;
        char quote = NONE;
        boolean escaped = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean blank = quote == NONE && !escaped && Character.isWhitespace(c);
            if (blank) {
                if (begins >= 0) {
                    words.add(word.toString());
                    word.setLength(0);
                    begins = -1;
                }
                continue;
            }
            begins = begins < 0 ? i : begins;
            if (escaped) {
                word.append(quote == '"' && c != '"' && c != '\\' ? "\\" : "").append(c);
                escaped = false;
            } else if (c == '\\' && quote != '\'') {
                escaped = true;
            } else if (c == quote) {
                quote = NONE;
            } else if (quote == NONE && (c == '\'' || c == '"')) {
                quote = c;
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return new Words(words, begins < 0 ? line.length() : begins, quote != NONE || escaped);
    }

    /** {@return the words of a line that is complete} */
    List<String> whole(String line) {
        return last == line.length() ? words.subList(0, words.size() - 1) : words;
    }
}
