package dev.hearth.config;

import dev.hearth.core.yaml.YamlPosition;

/**
 * Where a value was settled.
 *
 * @param text for people, such as {@code /etc/hearth/config.yaml:3}
 */
public record Origin(String text) {
    /** Nobody settled it: the value is hearth's own. */
    public static final Origin BUILT_IN = new Origin("built in");

    static Origin of(YamlPosition position) {
        return new Origin(position.file() + ":" + position.line());
    }

    static Origin variable(String name) {
        return new Origin("the variable " + name);
    }

    @Override
    public String toString() {
        return text;
    }
}
