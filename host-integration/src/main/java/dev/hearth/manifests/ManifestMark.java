package dev.hearth.manifests;

import dev.hearth.pets.Pet;
import dev.hearth.pets.ReservedLabels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the labels of a pet's container say of the manifest that it was made by; no user can set such a label. */
final class ManifestMark {
    /** Names the manifest that a pet was made by. */
    private static final String FILE = "dev.hearth.manifest";

    /** Tells which hooks were run in it. */
    private static final String HOOKS = "dev.hearth.manifest-hooks";

    /** Begins the labels of a pet that another file made, which a manifest cannot say. */
    private static final String EDITORS = "devcontainer.";

    private ManifestMark() {}

    /** {@return the labels of a pet that is made by a manifest} */
    static Map<String, String> ofNew(Path manifest, DeclaredPet declared) {
        var labels = new LinkedHashMap<>(declared.asked().labels());
        labels.put(FILE, manifest.toString());
        addHooks(labels, declared);
        return labels;
    }

    /** {@return the labels that a pet which is there is to have, whoever made it} */
    static Map<String, String> ofChanged(Path manifest, Pet pet, DeclaredPet declared) {
        var labels = new LinkedHashMap<>(declared.asked().labels());
        pet.spec().labels().forEach((name, value) -> {
            if (ReservedLabels.contain(name)) {
                labels.put(name, value);
            }
        });
        if (labels.containsKey(FILE)) {
            labels.put(FILE, manifest.toString());
        }
        addHooks(labels, declared);
        return labels;
    }

    /** {@return the manifest that a pet was made by} */
    static Optional<Path> manifest(Pet pet) {
        return Optional.ofNullable(pet.spec().labels().get(FILE)).map(Path::of);
    }

    /** {@return whether the hooks that are declared were run in a pet, or there are none} */
    static boolean hooksWereRun(Pet pet, DeclaredPet declared) {
        return declared.hooks().isEmpty()
                || declared.hooksDigest().equals(pet.spec().labels().get(HOOKS));
    }

    /** {@return labels that a user gave a pet} */
    static Map<String, String> without(Map<String, String> labels) {
        var own = new LinkedHashMap<>(labels);
        own.keySet().removeIf(name -> ReservedLabels.contain(name) || name.startsWith(EDITORS));
        return own;
    }

    private static void addHooks(Map<String, String> labels, DeclaredPet declared) {
        if (!declared.hooks().isEmpty()) {
            labels.put(HOOKS, declared.hooksDigest());
        }
    }
}
