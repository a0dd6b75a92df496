package dev.hearth.manifests;

import dev.hearth.core.text.Suggestions;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlList;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlNode;
import dev.hearth.core.yaml.YamlPosition;
import dev.hearth.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One box of a manifest of distrobox's, as it becomes a pet of hearth's. */
final class DistroboxBox {
    private static final Map<String, String> TEXTS = Map.of("image", "image", "home", "home", "hostname", "hostname");

    /** Keys of words that are separated by spaces. */
    private static final Map<String, String> LISTS =
            Map.of("additional_packages", "packages", "volume", "volumes", "volumes", "volumes");

    private static final Map<String, String> EXPORTS = Map.of("exported_apps", "app", "exported_bins", "bin");

    private static final Map<String, List<String>> UNSHARED = Map.of(
            "unshare_all", List.of("net", "ipc", "pid", "devices"),
            "unshare_devsys", List.of("devices"),
            "unshare_ipc", List.of("ipc"),
            "unshare_netns", List.of("net"),
            "unshare_process", List.of("pid"));

    private static final String HOOKS = "init_hooks";
    private static final String ENTRY = "entry";
    private static final String INIT = "init";

    /** Pets run anyway once they are made. */
    private static final String START = "start_now";

    private final String name;
    private final YamlPosition position;
    private final Map<String, YamlMap.Entry> keys = new LinkedHashMap<>();
    private final Map<String, YamlMap.Entry> exports = new LinkedHashMap<>();

    DistroboxBox(String name, YamlPosition position) {
        this.name = name;
        this.position = position;
    }

    /**
     * Takes a line of the box's.
     *
     * @param others keys that are known as well
     * @throws YamlError when its key is unknown, or its value wrong
     */
    void take(IniSection.Entry entry, Collection<String> others) {
        var key = entry.key();
        if (TEXTS.containsKey(key)) {
            put(keys, TEXTS.get(key), entry, scalar(entry, key, entry.value(), YamlScalar.Type.TEXT));
        } else if (LISTS.containsKey(key)) {
            words(entry).forEach(word -> add(keys, LISTS.get(key), entry, word));
        } else if (EXPORTS.containsKey(key)) {
            words(entry).forEach(word -> add(exports, EXPORTS.get(key), entry, word));
        } else if (UNSHARED.containsKey(key)) {
            if (isTrue(entry)) {
                UNSHARED.get(key).forEach(word -> add(keys, "unshare", entry, word));
            }
        } else {
            takeSwitch(entry, others);
        }
    }

    /** {@return it as a map of hearth's manifest} */
    YamlMap map() {
        if (!exports.isEmpty()) {
            keys.put("exports", new YamlMap.Entry(position, new YamlMap(position, "'exports'", exports)));
        }
        return new YamlMap(position, "'" + name + "'", keys);
    }

    /** {@return whether a value says that something is not wanted} */
    static boolean isFalse(String value) {
        return value.isBlank() || value.equals("false") || value.equals("0");
    }

    private void takeSwitch(IniSection.Entry entry, Collection<String> others) {
        switch (entry.key()) {
            case HOOKS -> {
                if (!entry.value().isBlank()) {
                    add(keys, "hooks", entry, entry.value());
                }
            }
            case ENTRY -> put(exports, "terminal", entry, bool(entry));
            case INIT -> put(keys, INIT, entry, bool(entry));
            case START -> {
                var _ = isTrue(entry);
            }
            default -> throw unknown(entry, others);
        }
    }

    private static YamlError unknown(IniSection.Entry entry, Collection<String> others) {
        var known = Stream.of(
                        TEXTS.keySet(),
                        LISTS.keySet(),
                        EXPORTS.keySet(),
                        UNSHARED.keySet(),
                        List.of(HOOKS, ENTRY, INIT, START),
                        others)
                .flatMap(Collection::stream)
                .sorted()
                .toList();
        return new YamlError(
                entry.at(),
                "The key '" + entry.key() + "' is unknown",
                Suggestions.question(entry.key(), known)
                        .orElseGet(() -> "Use one of: " + String.join(", ", known) + "."));
    }

    private void add(Map<String, YamlMap.Entry> map, String key, IniSection.Entry entry, String word) {
        var all = new ArrayList<YamlNode>();
        var before = map.get(key);
        if (before != null) {
            all.addAll(before.value().asList().entries());
        }
        var node = scalar(entry, entry.key(), word, YamlScalar.Type.TEXT);
        if (all.stream().noneMatch(other -> other.asText().equals(word))) {
            all.add(node);
        }
        put(map, key, entry, new YamlList(entry.valueAt(), "'" + entry.key() + "'", all));
    }

    private static void put(Map<String, YamlMap.Entry> map, String key, IniSection.Entry entry, YamlNode value) {
        map.put(key, new YamlMap.Entry(entry.at(), value));
    }

    private static YamlNode bool(IniSection.Entry entry) {
        return scalar(entry, entry.key(), Boolean.toString(isTrue(entry)), YamlScalar.Type.BOOL);
    }

    private static boolean isTrue(IniSection.Entry entry) {
        var value = entry.value();
        if (value.equals("true") || value.equals("1")) {
            return true;
        }
        if (isFalse(value)) {
            return false;
        }
        throw new YamlError(entry.valueAt(), "'" + entry.key() + "' must be true or false, not '" + value + "'", null);
    }

    private static YamlScalar scalar(IniSection.Entry entry, String key, String text, YamlScalar.Type type) {
        return new YamlScalar(entry.valueAt(), "'" + key + "'", text, type);
    }

    private static List<String> words(IniSection.Entry entry) {
        return Stream.of(entry.value().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
