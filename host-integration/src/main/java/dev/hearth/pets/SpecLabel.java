package dev.hearth.pets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.images.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON form of a specification: written strictly, read tolerantly. */
final class SpecLabel {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SpecLabel() {}

    /** {@return the specification as the label's value} */
    static String write(PetSpec spec) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("schema", PetSpec.SCHEMA);
        json.put("owner", spec.owner());
        json.put("image", spec.image());
        json.put("imageId", spec.imageId());
        json.put("home", spec.home().text());
        json.set(
                "volumes", strings(spec.volumes().stream().map(Volume::toString).toList()));
        json.set("environment", strings(spec.environment()));
        json.set("packages", strings(spec.packages()));
        json.put("init", spec.init());
        json.set(
                "unshared",
                strings(spec.unshared().stream().map(Namespace::word).sorted().toList()));
        json.set("ports", ports(spec.ports()));
        json.set("devices", strings(spec.devices()));
        json.put("withEngine", spec.withEngine());
        json.put("memory", spec.limits().memory());
        json.put("cpus", spec.limits().cpus());
        json.put("platform", Objects.toString(spec.platform(), null));
        json.put("hostname", spec.hostname());
        json.set("labels", strings(spec.labels()));
        json.put("autostart", spec.autostart());
        var idleStop = spec.idleStop();
        json.put("idleStopSeconds", idleStop == null ? null : idleStop.toSeconds());
        json.put("ephemeral", spec.ephemeral());
        json.put("created", spec.created().toString());
        return json.toString();
    }

    /**
     * Reads a label's value; fields it lacks have their defaults, fields it has beyond are passed over.
     *
     * @param container names the container in messages
     * @throws UnreadableSpec when it is no specification, or one of a newer hearth
     */
    static PetSpec read(String container, String label) {
        try {
            var json = MAPPER.readTree(label);
            int schema = json.path("schema").asInt();
            if (schema > PetSpec.SCHEMA) {
                throw UnreadableSpec.newer(container, schema);
            }
            return spec(json);
        } catch (JsonProcessingException | RuntimeException e) {
            if (e instanceof UnreadableSpec unreadable) {
                throw unreadable;
            }
            throw UnreadableSpec.malformed(container);
        }
    }

    private static PetSpec spec(JsonNode json) {
        return new PetSpec(
                json.required("owner").longValue(),
                json.required("image").textValue(),
                json.required("imageId").textValue(),
                home(json.path("home").asText("shared")),
                texts(json, "volumes").stream().map(Volume::recorded).toList(),
                map(json.path("environment")),
                texts(json, "packages"),
                json.path("init").asBoolean(),
                texts(json, "unshared").stream().map(Namespace::parse).collect(Collectors.toSet()),
                list(json.path("ports"), SpecLabel::port),
                texts(json, "devices"),
                json.path("withEngine").asBoolean(),
                new Limits(json.path("memory").asLong(), json.path("cpus").asDouble()),
                platform(json.path("platform")),
                json.path("hostname").textValue(),
                map(json.path("labels")),
                json.path("autostart").asBoolean(),
                json.hasNonNull("idleStopSeconds")
                        ? Duration.ofSeconds(json.path("idleStopSeconds").asLong())
                        : null,
                json.path("ephemeral").asBoolean(),
                Instant.parse(json.required("created").textValue()));
    }

    private static @Nullable Platform platform(JsonNode json) {
        return json.isTextual() ? Platform.parse(json.textValue()) : null;
    }

    private static Home home(String text) {
        return text.startsWith("/") ? new Home.Directory(Path.of(text)) : Home.parse(text);
    }

    private static ArrayNode ports(List<PublishedPort> ports) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var port : ports) {
            array.addObject()
                    .put("address", port.address())
                    .put("host", port.hostPort())
                    .put("pet", port.containerPort())
                    .put("protocol", port.protocol());
        }
        return array;
    }

    private static PublishedPort port(JsonNode json) {
        return new PublishedPort(
                json.path("address").asText(""),
                json.required("host").intValue(),
                json.required("pet").intValue(),
                json.path("protocol").asText("tcp"));
    }

    private static ArrayNode strings(List<String> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static ObjectNode strings(Map<String, String> values) {
        var object = JsonNodeFactory.instance.objectNode();
        values.forEach(object::put);
        return object;
    }

    private static List<String> texts(JsonNode json, String field) {
        return list(json.path(field), JsonNode::textValue);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        var values = new ArrayList<T>();
        array.forEach(node -> values.add(element.apply(node)));
        return values;
    }

    private static Map<String, String> map(JsonNode object) {
        var values = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().textValue()));
        return values;
    }
}
