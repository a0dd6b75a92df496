package dev.hearth.pets;

import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.engine.json.Json;
import dev.hearth.images.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON form of a specification: written strictly, read tolerantly. */
final class SpecLabel {
    /** By what the engine knows what a pet writes to the home that it only reads. */
    private static final String HOME_VOLUME = "homeVolume";

    private SpecLabel() {}

    /** {@return the specification as the label's value} */
    static String write(PetSpec spec) {
        var idleStop = spec.idleStop();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("schema", PetSpec.SCHEMA.number());
        json.put("needs", PetSpec.SCHEMA.since());
        json.put("owner", spec.owner());
        json.put("image", spec.image());
        json.put("imageId", spec.imageId());
        json.put("home", spec.home().text());
        if (spec.home() instanceof Home.Overlay(var volume)) {
            json.put(HOME_VOLUME, volume);
        }
        json.put("volumes", spec.volumes().stream().map(Volume::toString).toList());
        json.put("environment", spec.environment());
        json.put("packages", spec.packages());
        json.put("init", spec.init());
        json.put(
                "unshared",
                spec.unshared().stream().map(Namespace::word).sorted().toList());
        json.put("ports", spec.ports().stream().map(SpecLabel::port).toList());
        json.put("devices", spec.devices());
        json.put("withEngine", spec.withEngine());
        json.put("memory", spec.limits().memory());
        json.put("cpus", spec.limits().cpus());
        json.put("platform", Objects.toString(spec.platform(), null));
        json.put("hostname", spec.hostname());
        json.put("labels", spec.labels());
        json.put("autostart", spec.autostart());
        json.put("idleStopSeconds", idleStop == null ? null : idleStop.toSeconds());
        json.put("ephemeral", spec.ephemeral());
        json.put("created", spec.created().toString());
        return Json.write(json);
    }

    /**
     * Reads a label's value; fields it lacks have their defaults, fields it has beyond are passed over.
     *
     * @param container names the container in messages
     * @throws UnreadableSpec when it is no specification, or one of a newer hearth
     */
    static PetSpec read(String container, String label) {
        try {
            var json = Json.parse(label);
            long schema = json.at("schema").number();
            if (schema > PetSpec.SCHEMA.number()) {
                throw UnreadableSpec.newer(container, schema, json.at("needs").text());
            }
            return spec(json);
        } catch (UnreadableSpec e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever stands there: one container that anybody can label must not hide all others.
            throw UnreadableSpec.malformed(container);
        }
    }

    private static PetSpec spec(Json json) {
        return new PetSpec(
                number(json, "owner"),
                text(json, "image"),
                text(json, "imageId"),
                home(
                        json.at("home").nonEmpty().orElse("shared"),
                        json.at(HOME_VOLUME).text()),
                json.at("volumes").texts().stream().map(Volume::recorded).toList(),
                json.at("environment").textMap(),
                json.at("packages").texts(),
                json.at("init").isTrue(),
                json.at("unshared").texts().stream().map(Namespace::parse).collect(Collectors.toSet()),
                json.at("ports").items().stream().map(SpecLabel::port).toList(),
                json.at("devices").texts(),
                json.at("withEngine").isTrue(),
                new Limits(json.at("memory").number(), json.at("cpus").decimal()),
                json.at("platform").nonEmpty().map(Platform::parse).orElse(null),
                json.at("hostname").nonEmpty().orElse(null),
                json.at("labels").textMap(),
                json.at("autostart").isTrue(),
                idleStop(json.at("idleStopSeconds")),
                json.at("ephemeral").isTrue(),
                Instant.parse(text(json, "created")));
    }

    private static Home home(String text, String volume) {
        if (text.startsWith("/")) {
            return new Home.Directory(Path.of(text));
        }
        return Home.parse(text) instanceof Home.Overlay ? new Home.Overlay(volume) : Home.parse(text);
    }

    private static @Nullable Duration idleStop(Json seconds) {
        return seconds.value() == null ? null : Duration.ofSeconds(seconds.number());
    }

    private static Map<String, Object> port(PublishedPort port) {
        var json = new LinkedHashMap<String, Object>();
        json.put("address", port.address());
        json.put("host", port.hostPort());
        json.put("pet", port.containerPort());
        json.put("protocol", port.protocol());
        return json;
    }

    private static PublishedPort port(Json json) {
        return new PublishedPort(
                json.at("address").text(),
                Math.toIntExact(number(json, "host")),
                Math.toIntExact(number(json, "pet")),
                json.at("protocol").nonEmpty().orElse("tcp"));
    }

    private static String text(Json json, String field) {
        return json.at(field).nonEmpty().orElseThrow();
    }

    private static long number(Json json, String field) {
        if (json.at(field).value() instanceof Number number) {
            return number.longValue();
        }
        throw new NoSuchElementException(field);
    }
}
