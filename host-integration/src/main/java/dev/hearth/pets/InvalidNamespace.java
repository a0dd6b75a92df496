package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A word that names nothing that a pet could keep to itself. */
public final class InvalidNamespace extends Failure.Invalid {
    public InvalidNamespace(String word) {
        super(
                "'" + Printable.line(word) + "' is nothing that can be unshared",
                "Use one of "
                        + Arrays.stream(Namespace.values()).map(Namespace::word).collect(Collectors.joining(", "))
                        + ".");
    }
}
