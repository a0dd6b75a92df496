package dev.hearth.images.recipe;

import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.images.recipe.BootstrapMethod.AptArchive;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads a recipe's {@code bootstrap.yaml}. */
final class RecipeFile {
    private static final long SCHEMA = 1;

    private final String id;
    private final YamlMap file;
    private final UnaryOperator<String> beside;

    /** Reads the text; files that it names are asked for by their name. */
    RecipeFile(String id, String text, UnaryOperator<String> beside) {
        this.id = id;
        this.file = YamlDocument.parse(text, id + "/bootstrap.yaml");
        this.beside = beside;
    }

    Recipe recipe() {
        file.rejectUnknownKeys(Set.of("schema", "version", "base", "bootstrap"));
        var schema = file.require("schema");
        if (schema.asInteger() != SCHEMA) {
            throw schema.error("is " + schema.asInteger() + ", and this hearth knows only " + SCHEMA);
        }
        var bootstrap = method(file.require("bootstrap").asMap());
        return new Recipe(
                id, file.require("version").asInteger(), file.require("base").asText(), bootstrap);
    }

    private BootstrapMethod method(YamlMap map) {
        var tool = map.require("tool");
        return switch (tool.asText()) {
            case "mmdebstrap" -> apt(map);
            case "dnf" -> dnf(map);
            case "none" -> none(map);
            default -> throw tool.error("must be mmdebstrap, dnf or none");
        };
    }

    private static BootstrapMethod apt(YamlMap map) {
        map.rejectUnknownKeys(Set.of("tool", "keyring", "keyring-package", "sources", "packages"));
        return new BootstrapMethod.Apt(
                map.require("keyring").asText(),
                map.require("keyring-package").asText(),
                map.require("sources").asList().maps().stream()
                        .map(RecipeFile::archive)
                        .toList(),
                map.strings("packages"));
    }

    private static AptArchive archive(YamlMap map) {
        map.rejectUnknownKeys(Set.of("uri", "suite", "components", "not-for"));
        return new AptArchive(
                map.require("uri").asText(),
                map.require("suite").asText(),
                map.strings("components"),
                map.strings("not-for"));
    }

    private BootstrapMethod dnf(YamlMap map) {
        map.rejectUnknownKeys(Set.of("tool", "rpm-database", "repositories", "keep-repositories", "packages"));
        return new BootstrapMethod.Dnf(
                map.require("rpm-database").asText(),
                beside.apply(map.require("repositories").asText()),
                map.bool("keep-repositories").orElse(false),
                map.strings("packages"));
    }

    private static BootstrapMethod none(YamlMap map) {
        map.rejectUnknownKeys(Set.of("tool", "reason"));
        return new BootstrapMethod.None(map.require("reason").asText());
    }
}
