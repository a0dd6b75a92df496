package dev.hearth.config;

import dev.hearth.bridge.BusName;
import dev.hearth.bridge.HostCommands;
import dev.hearth.bridge.PetRights;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Environment;
import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlList;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlNode;
import dev.hearth.engine.EngineChoice;
import dev.hearth.images.ImageReference;
import dev.hearth.pets.Home;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Variable;
import dev.hearth.pets.Volume;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the user's configuration over the administrator's; what a key has in the former replaces the latter whole. */
public final class SettingsReader {
    private static final String FILE = "config.yaml";
    private static final String ENGINE_VARIABLE = "HEARTH_ENGINE";
    private static final List<String> KEYS = List.of(
            "image",
            "distribution",
            "release",
            "engine",
            "home",
            "volumes",
            "environment",
            "default",
            "host-commands",
            "pets");

    private static final List<String> PET_KEYS = List.of("host-commands", "session-bus");

    private final List<Path> files;
    private final Environment variables;

    /** Reads below the user's and the administrator's directories for hearth. */
    public SettingsReader(Path config, Path systemConfig, Environment variables) {
        this.files = List.of(config.resolve(FILE), systemConfig.resolve(FILE));
        this.variables = variables;
    }

    /**
     * {@return what holds now}
     *
     * @throws YamlError when a file is malformed, has an unknown key, or a value of the wrong type
     * @throws dev.hearth.engine.InvalidEngine when what is to be the engine cannot be one
     * @throws InvalidSetting when a value cannot be what its key is about
     */
    public Settings read() {
        var layers = files.stream()
                .filter(SettingsReader::isThere)
                .map(SettingsReader::layer)
                .toList();
        return new Settings(
                optional(layers, "image", node -> ImageReference.parse(node.asText())),
                optional(layers, "distribution", YamlNode::asText),
                optional(layers, "release", YamlNode::asText),
                engine(layers),
                setting(layers, "home", new Home.Shared(), node -> Home.parse(node.asText())),
                setting(layers, "volumes", List.of(), SettingsReader::volumes),
                setting(layers, "environment", Map.of(), SettingsReader::environment),
                optional(layers, "default", node -> PetName.parse(node.asText())),
                setting(layers, "host-commands", new HostCommands.Everything(), SettingsReader::hostCommands),
                setting(layers, "pets", Map.of(), SettingsReader::pets));
    }

    /** What is there and cannot be read counts: to pass over it would be to do something else than was settled. */
    private static boolean isThere(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS) != null;
        } catch (AccessDeniedException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static YamlMap layer(Path file) {
        var map = YamlDocument.read(file);
        map.rejectUnknownKeys(KEYS);
        return map;
    }

    private Setting<@Nullable String> engine(List<YamlMap> layers) {
        var named = variables.get(ENGINE_VARIABLE);
        var setting = named.isPresent()
                ? new Setting<@Nullable String>("engine", named.get(), Origin.variable(ENGINE_VARIABLE))
                : optional(layers, "engine", YamlNode::asText);
        var value = setting.value();
        if (value != null) {
            new EngineChoice(value, setting.origin().text()).requireWellFormed();
        }
        return setting;
    }

    private static List<Volume> volumes(YamlNode node) {
        return node.asList().texts().stream().map(Volume::parse).toList();
    }

    private static Map<String, PetRights> pets(YamlNode node) {
        var pets = new LinkedHashMap<String, PetRights>();
        for (var entry : node.asMap().entries().entrySet()) {
            var name = PetName.parse(entry.getKey()).value();
            pets.put(name, rights(entry.getValue().value().asMap()));
        }
        return Collections.unmodifiableMap(pets);
    }

    private static PetRights rights(YamlMap map) {
        map.rejectUnknownKeys(PET_KEYS);
        return new PetRights(
                map.get("host-commands").map(SettingsReader::hostCommands).orElse(null),
                map.strings("session-bus").stream().map(BusName::new).toList());
    }

    private static HostCommands hostCommands(YamlNode node) {
        return node instanceof YamlList list ? new HostCommands.Only(list.texts()) : HostCommands.parse(node.asText());
    }

    private static Map<String, String> environment(YamlNode node) {
        var map = node.asMap();
        var variables = new LinkedHashMap<String, String>();
        // Entry by entry: a name without a value is a slip here, and not an absent setting.
        for (var entry : map.entries().entrySet()) {
            var variable = new Variable(entry.getKey(), entry.getValue().value().asText());
            variables.put(variable.name(), variable.value());
        }
        return Collections.unmodifiableMap(variables);
    }

    private static <T> Setting<@Nullable T> optional(List<YamlMap> layers, String key, Function<YamlNode, T> reading) {
        for (var layer : layers) {
            var node = layer.get(key);
            if (node.isPresent()) {
                var origin = Origin.of(node.get().position());
                return new Setting<>(key, value(key, origin, node.get(), reading), origin);
            }
        }
        return new Setting<>(key, null, Origin.BUILT_IN);
    }

    private static <T> Setting<T> setting(
            List<YamlMap> layers, String key, T otherwise, Function<YamlNode, T> reading) {
        var found = optional(layers, key, reading);
        var value = found.value();
        return new Setting<>(key, value == null ? otherwise : value, found.origin());
    }

    private static <T> T value(String key, Origin origin, YamlNode node, Function<YamlNode, T> reading) {
        try {
            return reading.apply(node);
        } catch (YamlError e) {
            throw e;
        } catch (Failure.Invalid e) {
            throw new InvalidSetting(origin, key, e);
        }
    }
}
