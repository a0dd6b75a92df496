package dev.hearth.manifests;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Environment;
import dev.hearth.core.text.Printable;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlNode;
import dev.hearth.core.yaml.YamlPosition;
import dev.hearth.core.yaml.YamlScalar;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.images.ImageReference;
import dev.hearth.images.Platform;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Home;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.OptionValues;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Variable;
import dev.hearth.pets.Volume;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what one pet is declared to be; each value by the rules of the option of the same name. */
final class DeclaredPetReader {
    private static final List<String> KEYS = List.of(
            "image",
            "distribution",
            "release",
            "home",
            "volumes",
            "environment",
            "packages",
            "init",
            "unshare",
            "publish",
            "devices",
            "with-engine",
            "memory",
            "cpus",
            "platform",
            "hostname",
            "labels",
            "autostart",
            "idle-stop",
            "exports",
            "hooks");

    private final Path directory;
    private final Path home;
    private final Environment callers;

    /**
     * Reads pets of one file.
     *
     * @param directory of the file, from which its relative paths go
     */
    DeclaredPetReader(Path directory, Path home, Environment callers) {
        this.directory = directory;
        this.home = home;
        this.callers = callers;
    }

    DeclaredPet read(PetName name, YamlMap map) {
        map.rejectUnknownKeys(KEYS);
        var image = one(map, "image", ImageReference::parse);
        var distribution = one(map, "distribution", Function.identity());
        var release = one(map, "release", Function.identity());
        if (image != null && (distribution != null || release != null)) {
            throw map.require("image").error("is asked for beside a distribution or release", "Leave one out.");
        }
        var unshared = new LinkedHashSet<>(several(map, "unshare", Namespace::parse));
        var ports = several(map, "publish", OptionValues::port);
        if (!ports.isEmpty() && !unshared.contains(Namespace.NET)) {
            throw map.require("publish").error("needs a network of the pet's own", "Add `unshare: [net]`.");
        }
        var asked = new CreateRequest(
                name,
                image == null ? null : image.toString(),
                distribution,
                release,
                one(map, "home", text -> Home.parse(path(text))),
                several(map, "volumes", text -> Volume.parse(path(text))),
                assignments(map, "environment", this::variable),
                several(map, "packages", OptionValues::packageName),
                map.bool("init").orElse(false),
                unshared,
                ports,
                several(map, "devices", OptionValues::device),
                map.bool("with-engine").orElse(false),
                new Limits(
                        or(one(map, "memory", OptionValues::memory), 0L),
                        or(one(map, "cpus", OptionValues::cpus), 0.0)),
                one(map, "platform", Platform::parse),
                one(map, "hostname", OptionValues::hostname),
                assignments(map, "labels", (label, value) -> OptionValues.label(label + "=" + or(value, ""))),
                map.bool("autostart").orElse(false),
                one(map, "idle-stop", OptionValues::duration),
                false);
        return new DeclaredPet(
                name,
                asked,
                map.map("exports").map(DeclaredExports::read).orElse(null),
                several(map, "hooks", hook -> hook));
    }

    /** {@return what a reading makes of a value; what it refuses is told with the place} */
    static <T> T at(YamlPosition position, String subject, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (YamlError e) {
            throw e;
        } catch (Failure.Invalid e) {
            throw new YamlError(
                    position, subject + " is wrong: " + e.message(), e.hint().orElse(null));
        }
    }

    private Map.Entry<String, String> variable(String name, @Nullable String value) {
        // A name without a value stands for the caller's own, as with `--env`.
        var variable = value == null ? Variable.parse(name, callers) : new Variable(name, value);
        return Map.entry(variable.name(), variable.value());
    }

    /** Paths of a file go from the file, or from the home. */
    private String path(String text) {
        if (text.startsWith("~/")) {
            return home + text.substring(1);
        }
        if (!text.startsWith("./") && !text.startsWith("../")) {
            return text;
        }
        int colon = text.indexOf(':');
        var source = colon < 0 ? text : text.substring(0, colon);
        return directory.resolve(source).normalize() + (colon < 0 ? "" : text.substring(colon));
    }

    private static <T> @Nullable T one(YamlMap map, String key, Function<String, T> reading) {
        return map.get(key).map(node -> value(node, reading)).orElse(null);
    }

    private static <T> List<T> several(YamlMap map, String key, Function<String, T> reading) {
        return map.list(key)
                .map(list -> list.entries().stream()
                        .map(node -> value(node, reading))
                        .toList())
                .orElse(List.of());
    }

    private static <T> T value(YamlNode node, Function<String, T> reading) {
        var text = node.asText();
        if (!Printable.text(text).equals(text)) {
            // Whoever is to allow the file must see all that it does.
            throw node.error("has characters that nobody sees", "Write it without control characters.");
        }
        return at(node.position(), node.subject(), () -> reading.apply(text));
    }

    private static Map<String, String> assignments(YamlMap map, String key, Assignment assignment) {
        var values = new LinkedHashMap<String, String>();
        map.map(key)
                .ifPresent(entries -> entries.entries().forEach((name, entry) -> {
                    var value = isNothing(entry.value()) ? null : entry.value().asText();
                    var read = at(entry.key(), "'" + name + "'", () -> assignment.read(name, value));
                    values.put(read.getKey(), read.getValue());
                }));
        return values;
    }

    /** Checks a name, and what it is to stand for. */
    @FunctionalInterface
    private interface Assignment {
        Map.Entry<String, String> read(String name, @Nullable String value);
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.NOTHING;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
