package dev.hearth.manifests;

import dev.hearth.core.host.Environment;
import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.pets.PetName;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads manifests: hearth's own, and those of distrobox-assemble, which end in {@code .ini}. */
public final class ManifestReader {
    /** What a project calls its manifest. */
    public static final String FILE = "hearth.yaml";

    private static final String PETS = "pets";

    private final Path home;
    private final Environment callers;

    /**
     * Reads for a user.
     *
     * @param callers the variables that a manifest may pass on by their names
     */
    public ManifestReader(Path home, Environment callers) {
        this.home = home;
        this.callers = callers;
    }

    /**
     * {@return what a file declares}
     *
     * @throws dev.hearth.core.yaml.YamlError when it is malformed, has an unknown key, or a value that cannot be what its
     *     key is about; it says where
     */
    public Manifest read(ProjectFile file) {
        return isDistroboxes(file.path()) ? distroboxes(file) : own(file);
    }

    private Manifest own(ProjectFile file) {
        var map = YamlDocument.parse(file.content(), file.path().toString());
        map.rejectUnknownKeys(List.of(PETS));
        return new Manifest(file, pets(file, map.require(PETS).asMap()), List.of());
    }

    private Manifest distroboxes(ProjectFile file) {
        var translated = DistroboxManifest.translate(file.content(), file.path().toString());
        return new Manifest(file, pets(file, translated.pets()), translated.unheeded());
    }

    private List<DeclaredPet> pets(ProjectFile file, YamlMap map) {
        var directory = file.path().getParent();
        var pets = new ArrayList<DeclaredPet>();
        map.entries().forEach((name, entry) -> {
            var reader = new DeclaredPetReader(directory == null ? file.path() : directory, home, callers);
            var pet = DeclaredPetReader.at(entry.key(), "The name of a pet", () -> PetName.parse(name));
            pets.add(reader.read(pet, entry.value().asMap()));
        });
        return pets;
    }

    private static boolean isDistroboxes(Path file) {
        return file.toString().endsWith(".ini");
    }
}
