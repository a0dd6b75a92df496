package dev.hearth.manifests;

import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlPosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in the words of hearth's own manifest what one of distrobox-assemble declares. */
final class DistroboxManifest {
    private static final String INCLUDE = "include";

    /** Keys that ask for what hearth does otherwise or not at all, with what it does. */
    private static final Map<String, String> UNHEEDED = Map.of(
            "additional_flags", "write what they are for as a hearth.yaml",
            "clone", "`hearth clone` copies a pet",
            "exported_bins_path", "programs are exported to ~/.local/bin",
            "nvidia", "give the pet its devices with `devices` in a hearth.yaml",
            "pre_init_hooks", "hooks run when all else is done",
            "pull", "images are fetched when they are not here",
            "replace", "pets are changed, and keep what is in them",
            "root", "pets are on the engine of whoever calls hearth",
            "unshare_groups", "`home: none` keeps your groups out of a pet");

    private final String file;
    private final Map<String, IniSection> sections;
    private final List<String> unheeded = new ArrayList<>();

    private DistroboxManifest(String file, Map<String, IniSection> sections) {
        this.file = file;
        this.sections = sections;
    }

    /**
     * A manifest in other words.
     *
     * @param pets as below the key {@code pets} of hearth's own
     */
    record Translated(YamlMap pets, List<String> unheeded) {}

    static Translated translate(String text, String file) {
        return new DistroboxManifest(file, IniSection.parse(text, file)).translated();
    }

    private Translated translated() {
        var pets = new LinkedHashMap<String, YamlMap.Entry>();
        for (var section : sections.values()) {
            var box = new DistroboxBox(section.name(), section.position());
            for (var entry : entries(section, new LinkedHashSet<>())) {
                var instead = UNHEEDED.get(entry.key());
                if (instead != null && !DistroboxBox.isFalse(entry.value())) {
                    unheeded.add("%s:%d: '%s' of '%s' has no effect: %s"
                            .formatted(file, entry.at().line(), entry.key(), section.name(), instead));
                } else if (instead == null) {
                    box.take(entry, UNHEEDED.keySet());
                }
            }
            pets.put(section.name(), new YamlMap.Entry(section.position(), box.map()));
        }
        return new Translated(new YamlMap(new YamlPosition(file, 1, 1), "The file", pets), unheeded);
    }

    /** {@return the lines of a section, those that it includes first} */
    private List<IniSection.Entry> entries(IniSection section, Set<String> including) {
        if (!including.add(section.name())) {
            throw new YamlError(section.position(), "The section '" + section.name() + "' includes itself", null);
        }
        var all = new ArrayList<IniSection.Entry>();
        for (var entry : section.entries()) {
            if (entry.key().equals(INCLUDE)) {
                var included = sections.get(entry.value());
                if (included == null) {
                    throw new YamlError(entry.valueAt(), "There is no section '" + entry.value() + "'", null);
                }
                all.addAll(0, entries(included, including));
            } else {
                all.add(entry);
            }
        }
        including.remove(section.name());
        return all;
    }
}
