package dev.hearth.ide.jsonc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads JSON with comments and trailing commas, as Visual Studio Code does, and refuses all else. */
final class Parser {
    private static final Pattern STRING =
            Pattern.compile("\"(?:[^\"\\\\\\p{Cntrl}]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"");
    private static final Pattern SCALAR =
            Pattern.compile("true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern TRIVIA = Pattern.compile("(?:\\s|//[^\\n]*+|/\\*(?s:.*?)\\*/)*+");
    private static final int DEEPEST = 200;

    private final String text;
    private int place;
    private int depth;

    private Parser(String text) {
        this.text = text;
    }

    /**
     * {@return the one value of a text}
     *
     * @throws BrokenJson when it is none
     */
    static Node parse(String text) {
        var parser = new Parser(text);
        parser.skip();
        var node = parser.value();
        parser.skip();
        if (parser.place < text.length()) {
            throw parser.broken();
        }
        return node;
    }

    /** {@return where the next that counts begins} */
    static int afterTrivia(String text, int from) {
        var matcher = TRIVIA.matcher(text).region(from, text.length());
        return matcher.lookingAt() ? matcher.end() : from;
    }

    private Node value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> scalar(STRING);
            default -> scalar(SCALAR);
        };
    }

    private Node object() {
        int start = enter();
        var members = new ArrayList<Node.Member>();
        int comma = -1;
        while (next() != '}') {
            requireSeparated(members.isEmpty(), comma);
            int key = place;
            var name = string();
            skip();
            take(':');
            skip();
            members.add(new Node.Member(key, name, value()));
            skip();
            comma = comma();
        }
        return leave(start, true, members, comma);
    }

    private Node array() {
        int start = enter();
        boolean first = true;
        int comma = -1;
        while (next() != ']') {
            requireSeparated(first, comma);
            var _ = value();
            first = false;
            skip();
            comma = comma();
        }
        return leave(start, false, List.of(), comma);
    }

    private int enter() {
        if (++depth > DEEPEST) {
            throw broken();
        }
        int start = place++;
        skip();
        return start;
    }

    private Node leave(int start, boolean isObject, List<Node.Member> members, int comma) {
        depth--;
        place++;
        return new Node(start, place, isObject, members, comma);
    }

    private void requireSeparated(boolean first, int comma) {
        if (!first && comma < 0) {
            throw broken();
        }
    }

    private int comma() {
        if (next() != ',') {
            return -1;
        }
        int comma = place++;
        skip();
        return comma;
    }

    private Node scalar(Pattern grammar) {
        int start = place;
        match(grammar);
        return new Node(start, place, false, List.of(), -1);
    }

    /** A key with escapes is nobody's whom hearth looks for. */
    private String string() {
        int start = place;
        match(STRING);
        return text.substring(start + 1, place - 1);
    }

    private void match(Pattern grammar) {
        var matcher = grammar.matcher(text).region(place, text.length());
        if (!matcher.lookingAt()) {
            throw broken();
        }
        place = matcher.end();
    }

    private void take(char expected) {
        if (next() != expected) {
            throw broken();
        }
        place++;
    }

    /** {@return the next character; at the end one that stands for nothing} */
    private char next() {
        return place < text.length() ? text.charAt(place) : '\0';
    }

    private void skip() {
        place = afterTrivia(text, place);
    }

    private BrokenJson broken() {
        long line = text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
        return new BrokenJson(line);
    }
}
