package dev.hearth.core.yaml;

import java.util.List;

/** A list in a YAML file. */
public record YamlList(YamlPosition position, String subject, List<YamlNode> entries) implements YamlNode {
    public YamlList {
        entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
        return "a list";
    }

    @Override
    public YamlList asList() {
        return this;
    }

    /** {@return the entries, each of which must be text} */
    public List<String> texts() {
        return entries.stream().map(YamlNode::asText).toList();
    }

    /** {@return the entries, each of which must be a map} */
    public List<YamlMap> maps() {
        return entries.stream().map(YamlNode::asMap).toList();
    }
}
