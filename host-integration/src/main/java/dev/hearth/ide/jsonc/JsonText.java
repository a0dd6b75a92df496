package dev.hearth.ide.jsonc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object as JSON with comments. A member of an object in it is added or taken out, and every other character stays.
 */
public record JsonText(String text) {
    /** An object without members. */
    public static final String EMPTY = "{\n}\n";

    private static final String USUAL_INDENT = "    ";
    private static final Pattern STRING_OR_COMMENT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|//[^\\n]*+|/\\*(?s:.*?)\\*/");
    private static final Pattern IN_A_LINE = Pattern.compile("[^\\n]");

    /**
     * Takes a text; one with nothing in it stands for an object without members.
     *
     * @throws BrokenJson when it is no object
     */
    public JsonText {
        if (text.isBlank()) {
            text = EMPTY;
        }
        if (!Parser.parse(text).isObject()) {
            throw new BrokenJson(1);
        }
    }

    /** {@return the text with blanks for comments and tabs, so that all else stays in its place} */
    public String withoutComments() {
        return STRING_OR_COMMENT
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group().startsWith("\"")
                                ? match.group()
                                : IN_A_LINE.matcher(match.group()).replaceAll(" ")))
                .replace('\t', ' ');
    }

    /**
     * {@return the text of a member's value}
     *
     * @param object the member of the whole that it is in
     * @throws BrokenJson when that is no object
     */
    public Optional<String> value(String object, String key) {
        return inner(object)
                .flatMap(inner -> inner.member(key))
                .map(member ->
                        text.substring(member.value().start(), member.value().end()));
    }

    /** {@return the text with a member that it does not have yet, behind all others} */
    public JsonText with(String object, String key, String value) {
        var inner = inner(object);
        if (inner.isPresent()) {
            return added(inner.get(), "\"%s\": %s".formatted(key, value));
        }
        var root = root();
        var indent = indent(root);
        var whole = "\"%s\": {%s\"%s\": %s%s}"
                .formatted(object, newline() + indent + unit(), key, value, newline() + indent);
        return added(root, whole);
    }

    /** {@return the text without a member, and without the object that had nothing else} */
    public JsonText without(String object, String key) {
        var root = root();
        var outer = root.member(object).orElseThrow();
        var inner = outer.value();
        return inner.members().size() == 1
                ? removed(root, outer)
                : removed(inner, inner.member(key).orElseThrow());
    }

    private Optional<Node> inner(String object) {
        var found = root().member(object).map(Node.Member::value);
        found.filter(node -> !node.isObject()).ifPresent(node -> {
            throw new BrokenJson(text.substring(0, node.start()).lines().count());
        });
        return found;
    }

    private JsonText added(Node object, String member) {
        var changed = new StringBuilder(text);
        boolean oneLine = !text.substring(object.start(), object.end()).contains("\n");
        var before = oneLine ? " " : newline() + indent(object);
        if (object.members().isEmpty()) {
            changed.insert(object.start() + 1, oneLine ? member : before + member);
        } else if (object.comma() >= 0) {
            changed.insert(endOfLine(object.comma() + 1), before + member + ",");
        } else {
            int end = object.members().getLast().value().end();
            changed.insert(endOfLine(end), before + member);
            changed.insert(end, ",");
        }
        return new JsonText(changed.toString());
    }

    /** What is said behind a value on its own line is about that value. */
    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        var rest = end < 0 ? "" : text.substring(from, end).stripTrailing();
        return rest.strip().startsWith("//") ? from + rest.length() : from;
    }

    private JsonText removed(Node object, Node.Member member) {
        var changed = new StringBuilder(text);
        int end = member.value().end();
        int next = Parser.afterTrivia(text, end);
        int index = object.members().indexOf(member);
        boolean followed = text.charAt(next) == ',';
        changed.delete(startOf(member), followed ? next + 1 : end);
        if (!followed && index > 0) {
            changed.deleteCharAt(Parser.afterTrivia(
                    text, object.members().get(index - 1).value().end()));
        }
        return new JsonText(changed.toString());
    }

    /** With the blanks before it, and the end of the line before. */
    private int startOf(Node.Member member) {
        int start = member.start();
        while (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t') {
            start--;
        }
        if (text.charAt(start - 1) == '\n') {
            start -= text.startsWith("\r\n", start - 2) ? 2 : 1;
        }
        return start;
    }

    /** {@return the blanks before members of an object} */
    private String indent(Node object) {
        return object.members().isEmpty()
                ? blanksBefore(object.start()) + unit()
                : blanksBefore(object.members().getLast().start());
    }

    private String unit() {
        var members = root().members();
        var first = members.isEmpty() ? "" : blanksBefore(members.getFirst().start());
        return first.isEmpty() ? USUAL_INDENT : first;
    }

    /** {@return the blanks that begin a line} */
    private String blanksBefore(int place) {
        int start = text.lastIndexOf('\n', place - 1) + 1;
        int end = start;
        while (end < place && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    private String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private Node root() {
        return Parser.parse(text);
    }
}
