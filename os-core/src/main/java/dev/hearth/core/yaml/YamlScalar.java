package dev.hearth.core.yaml;

import java.util.Locale;
import java.util.Optional;

/**
 * A single value in a YAML file.
 *
 * @param text as it was written, without quotes
 */
public record YamlScalar(YamlPosition position, String subject, String text, Type type) implements YamlNode {

    /** What a scalar means, by YAML's core schema. */
    public enum Type {
        TEXT("text"),
        INTEGER("a number"),
        FRACTION("a number"),
        BOOL("true or false"),
        NOTHING("nothing");

        private final String words;

        Type(String words) {
            this.words = words;
        }
    }

    @Override
    public String kind() {
        return type.words;
    }

    @Override
    public String asText() {
        return switch (type) {
            // Releases such as 24.04 are text that looks like a number: what was written is what is meant.
            case TEXT, INTEGER, FRACTION -> text;
            case BOOL -> throw error("must be text, not " + kind(), "Write \"" + text + "\", with the quotes.");
            case NOTHING -> throw error("must be text, not nothing", "Write \"\" for an empty text, or remove it.");
        };
    }

    @Override
    public boolean asBool() {
        if (type != Type.BOOL) {
            throw meantBool()
                    .map(meant -> error("must be true or false, not '" + text + "'", "Write `" + meant + "`."))
                    .orElseGet(() -> error("must be true or false, not '" + text + "'"));
        }
        return text.equalsIgnoreCase("true");
    }

    @Override
    public long asInteger() {
        try {
            if (type == Type.INTEGER) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            // Too large, or in octal or hexadecimal: nobody means 8 by 0o10 in a configuration.
        }
        throw error("must be a whole number, not '" + text + "'");
    }

    private Optional<String> meantBool() {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "y", "1", "true" -> Optional.of("true");
            case "no", "off", "n", "0", "false" -> Optional.of("false");
            default -> Optional.empty();
        };
    }
}
