package dev.hearth.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Results as JSON.
 *
 * <p>The mapper is made when JSON is asked for and not before: loading it costs more than most commands take.
 */
public final class JsonText {
    private static final int SCHEMA = 1;

    private JsonText() {}

    /** {@return an object that says which schema it follows and has these parts} */
    public static String of(Map<String, ?> parts) {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", SCHEMA);
        object.putAll(new TreeMap<>(parts));
        return write(object);
    }

    /** {@return a view as an object that says which schema it follows} */
    public static String of(Record view) {
        var mapper = mapper();
        var object = mapper.createObjectNode().put("schema", SCHEMA);
        object.setAll((ObjectNode) mapper.valueToTree(view));
        return write(object);
    }

    /** {@return the value as JSON on several lines} */
    static String write(Object value) {
        try {
            return writer().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view that is no JSON: " + value, e);
        }
    }

    private static ObjectWriter writer() {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        var printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return mapper().writer(printer);
    }

    private static JsonMapper mapper() {
        var module = new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance);
        return JsonMapper.builder().addModule(module).build();
    }
}
