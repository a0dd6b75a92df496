package dev.hearth.engine.docker;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings, numbers and truth values as JSON. */
final class JsonText {
    private JsonText() {}

    static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> writeObject(generator, map);
            case List<?> list -> writeList(generator, list);
            case String text -> generator.writeString(text);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case Boolean truth -> generator.writeBoolean(truth);
            default -> throw new IllegalArgumentException("not for JSON: " + value.getClass());
        }
    }

    private static void writeObject(JsonGenerator generator, Map<?, ?> map) throws IOException {
        generator.writeStartObject();
        for (var member : map.entrySet()) {
            generator.writeFieldName(String.valueOf(member.getKey()));
            write(generator, member.getValue());
        }
        generator.writeEndObject();
    }

    private static void writeList(JsonGenerator generator, List<?> list) throws IOException {
        generator.writeStartArray();
        for (var element : list) {
            write(generator, element);
        }
        generator.writeEndArray();
    }
}
