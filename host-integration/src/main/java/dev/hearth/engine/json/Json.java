package dev.hearth.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value: of an engine's, or in a label.
 *
 * <p>Read by Jackson's streaming parser alone: binding to classes would cost more than all else on the way to a
 * running pet. Reading is tolerant: what is missing, or of another type than asked for, is empty.
 *
 * @param value a map, a list, a string, a number, a truth value or nothing
 */
public record Json(@Nullable Object value) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Reads one value. */
    public static Json parse(InputStream input) throws IOException {
        try (var parser = FACTORY.createParser(input)) {
            parser.nextToken();
            return new Json(value(parser));
        }
    }

    /** Reads one value; text that is no JSON is a value without anything. */
    public static Json parse(String text) {
        try (var parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return new Json(value(parser));
        } catch (JsonParseException _) {
            return new Json(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads values that follow each other, as they come. */
    public static void parseAll(InputStream input, Consumer<Json> each) throws IOException {
        try (var parser = FACTORY.createParser(input)) {
            while (parser.nextToken() != null) {
                each.accept(new Json(value(parser)));
            }
        }
    }

    /** {@return JSON text of maps, lists, strings, numbers and truth values} */
    public static String write(@Nullable Object value) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            JsonText.write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** {@return the member of that name, and of that name in it, and so on} */
    public Json at(String... path) {
        @Nullable Object found = value;
        for (var name : path) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return new Json(found);
    }

    /** {@return the text; empty when it is none} */
    public String text() {
        return value instanceof String text ? text : "";
    }

    /** {@return the text, unless there is none or it is empty} */
    public Optional<String> nonEmpty() {
        return Optional.of(text()).filter(text -> !text.isEmpty());
    }

    /** {@return the number; 0 when it is none} */
    public long number() {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** {@return the number with its fraction; 0 when it is none} */
    public double decimal() {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** {@return the elements; none when it is no list} */
    public List<Json> items() {
        return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
    }

    /** {@return the elements that are texts} */
    public List<String> texts() {
        return items().stream()
                .filter(item -> item.value() instanceof String)
                .map(Json::text)
                .toList();
    }

    /** {@return the members that are texts; none when it is no object} */
    public Map<String, String> textMap() {
        var result = new LinkedHashMap<String, String>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> result.put(String.valueOf(name), new Json(member).text()));
        }
        return result;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        var token = parser.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        var elements = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }
}
