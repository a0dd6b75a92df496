package dev.hearth.images.catalogue;

import dev.hearth.core.text.Suggestions;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlNode;
import dev.hearth.images.InvalidImageReference;
import dev.hearth.images.recipe.Recipe;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one file of the catalogue, and says where it is wrong. */
final class CatalogueFile {
    private static final long SCHEMA = 1;
    private static final Set<String> TOP_KEYS = Set.of("schema", "default", "distributions");
    private static final Set<String> KEYS = Set.of(
            "name",
            "aliases",
            "hosts",
            "image",
            "release-pattern",
            "release-example",
            "default-release",
            "codenames",
            "package-manager",
            "recipe");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*");
    private static final String ANY_TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";

    private final YamlMap file;

    CatalogueFile(YamlMap file) {
        this.file = file;
        file.rejectUnknownKeys(TOP_KEYS);
        var schema = file.require("schema");
        if (schema.asInteger() != SCHEMA) {
            throw schema.error("is " + schema.asInteger() + ", and this hearth knows only " + SCHEMA);
        }
    }

    List<Distribution> distributions() {
        return file.map("distributions").stream()
                .flatMap(all -> all.entries().entrySet().stream())
                .map(entry -> distribution(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the distribution for hosts that are like none, where the file names one. */
    Optional<Distribution> fallback(Map<String, Distribution> known) {
        return file.get("default").map(value -> {
            var distribution = known.get(value.asText());
            if (distribution == null) {
                throw unknownWord(value, known.keySet());
            }
            return distribution;
        });
    }

    private static Distribution distribution(String id, YamlMap.Entry entry) {
        if (!ID.matcher(id).matches()) {
            throw new YamlError(
                    entry.key(),
                    "'" + id + "' cannot be a distribution's id",
                    "Use small letters and digits, with single dots, dashes or underscores between them.");
        }
        var map = entry.value().asMap();
        map.rejectUnknownKeys(KEYS);
        var distribution = new Distribution(
                id,
                map.string("name").orElse(id),
                map.strings("aliases"),
                map.list("hosts").isPresent() ? map.strings("hosts") : List.of(id),
                map.require("image").asText(),
                releases(map),
                map.get("package-manager").map(CatalogueFile::packageManager).orElse(null),
                map.get("recipe").map(CatalogueFile::recipe).orElse(null));
        requireImage(distribution, map.require("image"));
        return distribution;
    }

    private static ReleaseRule releases(YamlMap map) {
        var codenames = new LinkedHashMap<String, String>();
        map.map("codenames")
                .ifPresent(all -> all.entries()
                        .forEach((codename, entry) ->
                                codenames.put(codename, entry.value().asText())));
        var fallback = map.require("default-release");
        var rule = new ReleaseRule(
                map.get("release-pattern").map(CatalogueFile::pattern).orElseGet(() -> Pattern.compile(ANY_TAG)),
                map.string("release-example").orElseGet(fallback::asText),
                fallback.asText(),
                codenames);
        if (rule.release(fallback.asText()).isEmpty()) {
            throw fallback.error("does not match the 'release-pattern'");
        }
        return rule;
    }

    private static Pattern pattern(YamlNode value) {
        try {
            return Pattern.compile(value.asText());
        } catch (PatternSyntaxException e) {
            throw value.error("is not a regular expression: " + e.getDescription());
        }
    }

    private static PackageManager packageManager(YamlNode value) {
        return PackageManager.find(value.asText()).orElseThrow(() -> unknownWord(value, PackageManager.programs()));
    }

    private static String recipe(YamlNode value) {
        if (!Recipe.exists(value.asText())) {
            throw value.error("is '" + value.asText() + "', which is none of hearth's recipes");
        }
        return value.asText();
    }

    private static void requireImage(Distribution distribution, YamlNode image) {
        try {
            distribution.registryReference(distribution.releases().fallback());
        } catch (InvalidImageReference e) {
            throw image.error("is not an image's name", "Write it as quay.io/toolbx/ubuntu-toolbox:{release}.");
        }
    }

    private static YamlError unknownWord(YamlNode value, Collection<String> known) {
        var problem = "is '" + value.asText() + "', which is none of " + String.join(", ", known);
        return Suggestions.question(value.asText(), known)
                .map(hint -> value.error(problem, hint))
                .orElseGet(() -> value.error(problem));
    }
}
