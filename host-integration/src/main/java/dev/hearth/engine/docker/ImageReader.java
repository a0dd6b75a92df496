package dev.hearth.engine.docker;

import dev.hearth.engine.json.Json;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads images out of the engines' JSON. */
final class ImageReader {
    private static final String NONE = "<none>";

    private ImageReader() {}

    /** {@return one element of a listing, which says nothing of platform and environment} */
    static LocalImage listed(Json json) {
        return new LocalImage(
                id(json.at("Id").text()),
                names(json.at("RepoTags")),
                names(json.at("RepoDigests")),
                json.at("Labels").textMap(),
                json.at("Size").number(),
                Instant.ofEpochSecond(json.at("Created").number()),
                null,
                List.of(),
                0);
    }

    /** {@return an image from its inspection} */
    static LocalImage inspected(Json json) {
        return new LocalImage(
                id(json.at("Id").text()),
                names(json.at("RepoTags")),
                names(json.at("RepoDigests")),
                json.at("Config", "Labels").textMap(),
                json.at("Size").number(),
                created(json.at("Created").text()),
                platform(json),
                json.at("Config", "Env").texts(),
                json.at("RootFS", "Layers").items().size());
    }

    private static @Nullable Platform platform(Json json) {
        var architecture = json.at("Architecture").text();
        return architecture.isEmpty()
                ? null
                : new Platform(
                        json.at("Os").nonEmpty().orElse("linux"),
                        architecture,
                        json.at("Variant").text());
    }

    private static Instant created(String text) {
        // Reproducible images have no time.
        return text.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
    }

    static String id(String text) {
        return text.startsWith("sha256:") ? text : "sha256:" + text;
    }

    private static List<String> names(Json names) {
        return names.texts().stream()
                .filter(name -> !name.startsWith(NONE))
                .map(ImageReader::withDomain)
                .toList();
    }

    /** Docker leaves out where its own registry's images come from. */
    private static String withDomain(String name) {
        int slash = name.indexOf('/');
        var first = slash < 0 ? "" : name.substring(0, slash);
        if (first.contains(".") || first.contains(":") || first.equals("localhost")) {
            return name;
        }
        return (slash < 0 ? "docker.io/library/" : "docker.io/") + name;
    }
}
