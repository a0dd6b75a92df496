package dev.hearth.devcontainer;

import dev.hearth.core.text.Printable;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlList;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlNode;
import dev.hearth.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Values of a file as maps, lists, texts, numbers and truth values. */
final class PlainValues {
    private static final String UNSEEN = "has characters that nobody sees";
    private static final String PLAINLY = "Write it without control characters.";

    private PlainValues() {}

    /**
     * {@return what a value is}
     *
     * @throws YamlError when it has characters that nobody sees: who is to allow the file must see all that it does
     */
    static @Nullable Object of(YamlNode node) {
        return switch (node) {
            case YamlMap map -> members(map);
            case YamlList list -> {
                var values = new ArrayList<@Nullable Object>();
                list.entries().forEach(entry -> values.add(of(entry)));
                yield values;
            }
            case YamlScalar scalar -> value(scalar);
        };
    }

    static Map<String, @Nullable Object> members(YamlMap map) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        map.entries().forEach((key, entry) -> {
            if (!Printable.text(key).equals(key)) {
                throw new YamlError(entry.key(), "A key " + UNSEEN, PLAINLY);
            }
            values.put(key, of(entry.value()));
        });
        return values;
    }

    /** {@return the value with each text in it changed; keys stay} */
    static Object changed(Object value, UnaryOperator<String> change) {
        return switch (value) {
            case String text -> change.apply(text);
            case List<?> list ->
                list.stream()
                        .map(one -> one == null ? "" : changed(one, change))
                        .toList();
            case Map<?, ?> map -> {
                var values = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, one) -> values.put(String.valueOf(key), one == null ? null : changed(one, change)));
                yield values;
            }
            default -> value;
        };
    }

    private static @Nullable Object value(YamlScalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> text(scalar);
            case INTEGER -> scalar.asInteger();
            case FRACTION -> Double.valueOf(scalar.text());
            case BOOL -> scalar.asBool();
            case NOTHING -> null;
        };
    }

    private static String text(YamlScalar scalar) {
        if (!Printable.text(scalar.text()).equals(scalar.text())) {
            throw scalar.error(UNSEEN, PLAINLY);
        }
        return scalar.text();
    }
}
