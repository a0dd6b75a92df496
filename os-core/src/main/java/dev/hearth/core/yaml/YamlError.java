package dev.hearth.core.yaml;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import org.jspecify.annotations.Nullable;

/** A YAML file is malformed, or says something that hearth does not understand. */
public final class YamlError extends Failure.Invalid {
    private final YamlPosition position;

    /** Tells what is wrong at a position; the problem is a sentence without a final period. */
    public YamlError(YamlPosition position, String problem, @Nullable String hint) {
        super(Printable.line(position + ": " + problem), hint == null ? null : Printable.line(hint));
        this.position = position;
    }

    /** {@return where the file is wrong} */
    public YamlPosition position() {
        return position;
    }
}
