package dev.hearth.core.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A value in a YAML file that knows where it stands.
 *
 * <p>The conversions throw {@link YamlError} when the value is of another kind than was asked for.
 */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {

    /** {@return where the value begins} */
    YamlPosition position();

    /** {@return what messages call the value, such as {@code 'image'} or {@code An entry of 'volumes'}} */
    String subject();

    /** {@return the kind of the value with its article, such as {@code a list}} */
    String kind();

    /** {@return the value as text; a number is its own text, as it was written} */
    default String asText() {
        throw wrongKind("text", null);
    }

    /** {@return the value as a boolean} */
    default boolean asBool() {
        throw wrongKind("true or false", null);
    }

    /** {@return the value as a whole number} */
    default long asInteger() {
        throw wrongKind("a whole number", null);
    }

    /** {@return the value as a list} */
    default YamlList asList() {
        throw wrongKind("a list", "Write `[ONE, TWO]`, or each entry on a line of its own after a dash.");
    }

    /** {@return the value as a map} */
    default YamlMap asMap() {
        throw wrongKind("a map", "Write `KEY: VALUE`, each on a line of its own.");
    }

    /** {@return the error that this value is wrong; the problem follows the value's name, as in {@code is too long}} */
    default YamlError error(String problem) {
        return new YamlError(position(), subject() + " " + problem, null);
    }

    /** {@return the error that this value is wrong, with what to do about it} */
    default YamlError error(String problem, String hint) {
        return new YamlError(position(), subject() + " " + problem, hint);
    }

    private YamlError wrongKind(String expected, @Nullable String hint) {
        return new YamlError(position(), subject() + " must be " + expected + ", not " + kind(), hint);
    }
}
