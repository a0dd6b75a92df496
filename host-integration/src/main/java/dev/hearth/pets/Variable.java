package dev.hearth.pets;

import dev.hearth.core.host.Environment;
import java.util.regex.Pattern;

/** An environment variable for a pet. */
public record Variable(String name, String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public Variable {
        if (!NAME.matcher(name).matches() || value.indexOf('\0') >= 0) {
            throw new InvalidVariable(name);
        }
    }

    /**
     * Reads {@code NAME=VALUE}, or {@code NAME} alone for the caller's own value.
     *
     * @throws InvalidVariable when it is neither, or the caller has no such variable
     */
    public static Variable parse(String text, Environment callers) {
        int equals = text.indexOf('=');
        if (equals >= 0) {
            return new Variable(text.substring(0, equals), text.substring(equals + 1));
        }
        var inherited = callers.variables().get(text);
        if (inherited == null && NAME.matcher(text).matches()) {
            throw InvalidVariable.unset(text);
        }
        return new Variable(text, inherited == null ? "" : inherited);
    }
}
