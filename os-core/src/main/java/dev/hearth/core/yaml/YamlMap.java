package dev.hearth.core.yaml;

import dev.hearth.core.text.Suggestions;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * A map in a YAML file, in the order of the file.
 *
 * <p>A key without a value counts as absent, so that the last entry of a section can be commented out.
 */
public record YamlMap(YamlPosition position, String subject, Map<String, Entry> entries) implements YamlNode {

    /**
     * One key with its value.
     *
     * @param key where the key stands
     */
    public record Entry(YamlPosition key, YamlNode value) {}

    public YamlMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String kind() {
        return "a map";
    }

    @Override
    public YamlMap asMap() {
        return this;
    }

    /** {@return all keys, in the order of the file} */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** {@return the value of a key} */
    public Optional<YamlNode> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(value -> !isNothing(value));
    }

    /** {@return the value of a key that must be there} */
    public YamlNode require(String key) {
        return get(key).orElseThrow(() -> new YamlError(position, "The key '" + key + "' is missing here", null));
    }

    /** {@return the text of a key} */
    public Optional<String> string(String key) {
        return get(key).map(YamlNode::asText);
    }

    /** {@return the boolean of a key} */
    public Optional<Boolean> bool(String key) {
        return get(key).map(YamlNode::asBool);
    }

    /** {@return the whole number of a key} */
    public OptionalLong integer(String key) {
        return get(key).stream().mapToLong(YamlNode::asInteger).findFirst();
    }

    /** {@return the list of a key} */
    public Optional<YamlList> list(String key) {
        return get(key).map(YamlNode::asList);
    }

    /** {@return the texts in the list of a key; none when the key is absent} */
    public List<String> strings(String key) {
        return list(key).map(YamlList::texts).orElse(List.of());
    }

    /** {@return the map of a key} */
    public Optional<YamlMap> map(String key) {
        return get(key).map(YamlNode::asMap);
    }

    /**
     * Checks that there is no key but these.
     *
     * @throws YamlError at the first other key, with the known one that is nearest to it
     */
    public void rejectUnknownKeys(Collection<String> known) {
        for (var entry : entries.entrySet()) {
            var key = entry.getKey();
            if (!known.contains(key)) {
                var hint = Suggestions.question(key, known)
                        .orElseGet(() -> "Use one of: " + String.join(", ", new TreeSet<>(known)) + ".");
                throw new YamlError(entry.getValue().key(), "The key '" + key + "' is unknown", hint);
            }
        }
    }

    private static boolean isNothing(YamlNode value) {
        return value instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.NOTHING;
    }
}
