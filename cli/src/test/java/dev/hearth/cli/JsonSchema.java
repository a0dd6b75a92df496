package dev.hearth.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of what a command prints, worked out from the record that it prints. */
final class JsonSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<Type, String> TYPES = Map.of(
            String.class, "string",
            Instant.class, "string",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "integer",
            long.class, "integer",
            Long.class, "integer",
            Double.class, "number");

    private JsonSchema() {}

    /** {@return the schema of an object with these properties, all of which are always there} */
    static ObjectNode object(Map<String, ? extends JsonNode> properties) {
        var object = NODES.objectNode().put("type", "object");
        object.set("properties", NODES.objectNode().setAll(properties));
        var required = object.putArray("required");
        properties.keySet().forEach(required::add);
        return object;
    }

    /** {@return the schema of an object that is a whole answer: with the contract's number before its own properties} */
    static ObjectNode whole(ObjectNode one) {
        var properties = new LinkedHashMap<String, JsonNode>();
        properties.put("schema", version());
        one.path("properties").properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        return object(properties);
    }

    /** {@return the schema of a list} */
    static ObjectNode array(JsonNode items) {
        return NODES.objectNode().put("type", "array").set("items", items);
    }

    /** {@return the schema of the number by which programs tell one contract from the next} */
    static ObjectNode version() {
        return NODES.objectNode().put("const", 1).put("description", "of the contract; additions do not change it");
    }

    /** {@return the schema of a record whose components are described in its source} */
    static ObjectNode of(Class<?> type, RecordDescription description) {
        var properties = new LinkedHashMap<String, ObjectNode>();
        for (var component : type.getRecordComponents()) {
            properties.put(
                    component.getName(), property(component).put("description", description.of(component.getName())));
        }
        return object(properties);
    }

    private static ObjectNode property(RecordComponent component) {
        var schema = value(component.getGenericType());
        var only = schema.get("type");
        if (only != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.putArray("type").add(only).add("null");
        }
        return schema;
    }

    private static ObjectNode value(Type type) {
        if (type instanceof ParameterizedType generic) {
            var last = value(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            return generic.getRawType().equals(List.class)
                    ? array(last)
                    : NODES.objectNode().put("type", "object").set("additionalProperties", last);
        }
        if (type instanceof Class<?> part && part.isRecord()) {
            return of(part, RecordDescription.of(part));
        }
        var schema = NODES.objectNode();
        var name = TYPES.get(type);
        if (name == null && !type.equals(Object.class)) {
            throw new IllegalArgumentException("no JSON is known for " + type);
        }
        if (name != null) {
            schema.put("type", name);
        }
        return type.equals(Instant.class) ? schema.put("format", "date-time") : schema;
    }

    /** Checks that a value is as the schema says, and has nothing that the schema does not tell of. */
    static void check(JsonNode schema, JsonNode value, String place) {
        var types = types(schema);
        if (!types.isEmpty() && !types.contains(type(value))) {
            throw new AssertionError(place + " is " + type(value) + ", not " + types);
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            throw new AssertionError(place + " is " + value);
        }
        if (value.isArray()) {
            value.forEach(entry -> check(schema.path("items"), entry, place + "[]"));
        }
        if (value.isObject() && schema.has("properties")) {
            checkProperties(schema, value, place);
        }
    }

    private static void checkProperties(JsonNode schema, JsonNode value, String place) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                throw new AssertionError(place + " has no " + name);
            }
        });
        value.properties().forEach(property -> {
            var told = schema.path("properties").get(property.getKey());
            if (told == null) {
                throw new AssertionError(place + " has " + property.getKey() + ", of which the schema does not tell");
            }
            check(told, property.getValue(), place + "." + property.getKey());
        });
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            var types = new TreeSet<String>();
            type.forEach(word -> types.add(word.asText()));
            return types;
        }
        return type.isTextual() ? Set.of(type.asText()) : Set.of();
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case POJO, BINARY, MISSING -> throw new IllegalArgumentException("not read from JSON: " + value);
            case ARRAY, BOOLEAN, NULL, OBJECT, STRING ->
                value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
