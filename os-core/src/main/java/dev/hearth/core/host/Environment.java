package dev.hearth.core.host;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment variables that hearth was started with.
 *
 * @param variables sorted by name
 */
public record Environment(Map<String, String> variables) {
    public Environment {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    /** {@return the variable's value; absent when unset or empty, which mean the same} */
    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** {@return this environment with one more variable} */
    public Environment with(String name, String value) {
        var more = new TreeMap<>(variables);
        more.put(name, value);
        return new Environment(more);
    }
}
