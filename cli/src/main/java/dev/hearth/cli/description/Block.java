package dev.hearth.cli.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of a description that belong together: what they are about, and then a {@code key value} each. */
final class Block {
    private final String kind;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Block(String kind) {
        this.kind = kind;
    }

    /** {@return the blocks that these lines hold, which empty lines part} */
    static List<Block> parse(String text) {
        var blocks = new ArrayList<Block>();
        Block current = null;
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            end = text.indexOf('\n', start);
            if (end == start) {
                current = null;
            } else if (current == null) {
                current = new Block(text.substring(start, end));
                blocks.add(current);
            } else {
                int blank = text.indexOf(' ', start);
                current.put(text.substring(start, blank), text.substring(blank + 1, end));
            }
        }
        return blocks;
    }

    static String render(List<Block> blocks) {
        var text = new StringBuilder();
        for (var block : blocks) {
            text.append(text.isEmpty() ? "" : "\n").append(block.kind).append('\n');
            block.values.forEach((key, values) -> values.forEach(
                    value -> text.append(key).append(' ').append(value).append('\n')));
        }
        return text.toString();
    }

    String kind() {
        return kind;
    }

    Block put(String key, String... several) {
        for (var value : several) {
            if (value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a line break in '" + value + "'");
            }
            values.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
        }
        return this;
    }

    Block putUnlessEmpty(String key, String value) {
        return value.isEmpty() ? this : put(key, value);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable String optional(String key) {
        var all = values.get(key);
        return all == null ? null : all.getFirst();
    }

    String required(String key) {
        var value = optional(key);
        if (value == null) {
            throw new IllegalStateException("the description of an " + kind + " has no " + key);
        }
        return value;
    }

    String[] all(String key) {
        return values.getOrDefault(key, List.of()).toArray(String[]::new);
    }
}
