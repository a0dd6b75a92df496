package dev.hearth.manifests;

import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlText;
import dev.hearth.pets.PetName;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the pets of a manifest consisted of; it lies beside the manifest. */
public record LockFile(Map<PetName, LockedPet> pets) {
    private static final String NAME = "hearth.lock";
    private static final String PETS = "pets";
    private static final String IMAGE = "image-id";
    private static final String DIGESTS = "digests";
    private static final String PACKAGES = "packages";

    public LockFile {
        pets = Collections.unmodifiableMap(new LinkedHashMap<>(pets));
    }

    /** {@return where the lock file of a manifest is} */
    public static Path of(Path manifest) {
        return manifest.resolveSibling(NAME);
    }

    /**
     * Reads the lock file of a manifest.
     *
     * @throws LockMissing when there is none
     * @throws dev.hearth.core.yaml.YamlError when it is malformed
     */
    public static LockFile read(Path manifest) {
        var file = of(manifest);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new LockMissing(file);
        }
        var top = YamlDocument.read(file);
        top.rejectUnknownKeys(List.of(PETS));
        var pets = new LinkedHashMap<PetName, LockedPet>();
        top.require(PETS)
                .asMap()
                .entries()
                .forEach((name, entry) -> pets.put(
                        DeclaredPetReader.at(entry.key(), "The name of a pet", () -> PetName.parse(name)),
                        pet(entry.value().asMap())));
        return new LockFile(pets);
    }

    /**
     * {@return what a pet is to consist of}
     *
     * @throws LockNotMet when the file does not say
     */
    LockedPet require(PetName pet) {
        var locked = pets.get(pet);
        if (locked == null) {
            throw LockNotMet.unknown(pet);
        }
        return locked;
    }

    /** {@return it as text} */
    public String text() {
        var all = new LinkedHashMap<String, Object>();
        pets.forEach((name, pet) -> {
            var keys = new LinkedHashMap<String, Object>();
            keys.put(IMAGE, pet.imageId());
            keys.put(DIGESTS, pet.digests());
            keys.put(PACKAGES, pet.packages());
            all.put(name.value(), keys);
        });
        return YamlText.of(Map.of(PETS, all));
    }

    private static LockedPet pet(YamlMap map) {
        map.rejectUnknownKeys(List.of(IMAGE, DIGESTS, PACKAGES));
        var packages = new LinkedHashMap<String, String>();
        map.map(PACKAGES)
                .ifPresent(all -> all.entries()
                        .forEach((name, entry) ->
                                packages.put(name, entry.value().asText())));
        return new LockedPet(map.require(IMAGE).asText(), map.strings(DIGESTS), packages);
    }
}
