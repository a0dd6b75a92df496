package dev.hearth.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command of a desktop entry, in words.
 *
 * <p>It is read as desktops read it, which take single quotes and backslashes outside of quotes as a shell does, and
 * written as the Desktop Entry Specification has it. Field codes such as {@code %U} stay what they are.
 */
record ExecLine(List<String> words) {
    private static final Pattern ESCAPED = Pattern.compile("\\\\[sntr\\\\]");
    private static final Pattern DEPRECATED = Pattern.compile("%[dDnNvm]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\\s\"'\\\\><~|&;$*?#()`]");
    private static final Pattern ESCAPED_IN_QUOTES = Pattern.compile("[\"`$\\\\]");

    ExecLine {
        words = List.copyOf(words);
    }

    /** {@return the words of a key's value; without the field codes that have no meaning any more} */
    static ExecLine parse(String value) {
        var words = new Reader(unescaped(value)).words();
        return new ExecLine(words.stream()
                .filter(word -> !DEPRECATED.matcher(word).matches())
                .toList());
    }

    /** {@return the line with plain words put before it} */
    ExecLine after(List<String> plain) {
        var all = plain.stream().map(word -> word.replace("%", "%%")).collect(Collectors.toCollection(ArrayList::new));
        all.addAll(words);
        return new ExecLine(all);
    }

    /** {@return the value of a key that says so} */
    String value() {
        return words.stream().map(ExecLine::written).collect(Collectors.joining(" "));
    }

    private static String written(String word) {
        var quoted = word.isEmpty() || NEEDS_QUOTES.matcher(word).find()
                ? "\"" + ESCAPED_IN_QUOTES.matcher(word).replaceAll("\\\\$0") + "\""
                : word;
        return quoted.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r");
    }

    private static String unescaped(String value) {
        return ESCAPED.matcher(value).replaceAll(found -> switch (found.group().charAt(1)) {
            case 's' -> " ";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            default -> "\\\\";
        });
    }

    /** Splits text into words as a shell does, without expanding anything. */
    private static final class Reader {
        private final String text;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean inWord;
        private int place;

        Reader(String text) {
            this.text = text;
        }

        List<String> words() {
            while (place < text.length()) {
                char c = text.charAt(place++);
                switch (c) {
                    case ' ', '\t', '\n' -> endWord();
                    case '"', '\'' -> readQuoted(c);
                    case '\\' -> append(next());
                    default -> append(c);
                }
            }
            endWord();
            return words;
        }

        private void readQuoted(char quote) {
            inWord = true;
            for (char c = next(); c != quote; c = next()) {
                if (quote == '"' && c == '\\') {
                    char escaped = next();
                    if ("\"`$\\".indexOf(escaped) < 0) {
                        word.append('\\');
                    }
                    word.append(escaped);
                } else {
                    word.append(c);
                }
            }
        }

        private void append(char c) {
            inWord = true;
            word.append(c);
        }

        private void endWord() {
            if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }

        private char next() {
            if (place == text.length()) {
                throw new IllegalArgumentException("a quotation in its command has no end");
            }
            return text.charAt(place++);
        }
    }
}
