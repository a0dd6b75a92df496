package dev.hearth.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, strings, numbers and truth values as JSON. */
final class JsonText {
    private JsonText() {}

    static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
        // Jackson's own, where no class has to be made for a switch over types.
        if (value instanceof Map<?, ?> map) {
            writeObject(generator, map);
        } else if (value instanceof List<?> list) {
            writeList(generator, list);
        } else {
            generator.writePOJO(value);
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
