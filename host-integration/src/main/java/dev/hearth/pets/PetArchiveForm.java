package dev.hearth.pets;

import dev.hearth.archives.ArchivedImage;
import dev.hearth.archives.InvalidArchive;
import dev.hearth.core.failure.Failure;
import dev.hearth.generations.Generation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the labels of an archived image say of the pet that it was. */
final class PetArchiveForm {
    private static final String PREFIX = "dev.hearth-pet.";
    private static final String NAME = PREFIX + "name";
    private static final String SPEC = PREFIX + "spec";
    private static final String HISTORY = PREFIX + "history";

    private PetArchiveForm() {}

    static Map<String, String> labels(Pet pet, List<Generation> history) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(NAME, pet.name().value());
        labels.put(SPEC, SpecLabel.write(pet.spec()));
        labels.put(HISTORY, FormerGeneration.write(FormerGeneration.of(pet.spec(), history)));
        return labels;
    }

    static PetName name(ArchivedImage image, Path file) {
        var name = image.labels().getOrDefault(NAME, "");
        if (!PetName.isValid(name)) {
            throw new InvalidArchive(file, "it names none");
        }
        return new PetName(name);
    }

    static PetSpec spec(ArchivedImage image, Path file) {
        try {
            var spec = SpecLabel.read(name(image, file).value(), image.labels().getOrDefault(SPEC, ""));
            requireWellFormed(spec);
            return spec;
        } catch (UnreadableSpec | Failure.Invalid e) {
            throw new InvalidArchive(file, e.message());
        }
    }

    /** On its way anybody may have written into it what no command would have taken. */
    private static void requireWellFormed(PetSpec spec) {
        spec.volumes().forEach(volume -> Volume.parse(volume.toString()));
        spec.environment().forEach(Variable::new);
        spec.devices().forEach(OptionValues::device);
        spec.ports().forEach(port -> OptionValues.port(port.text()));
        if (spec.hostname() != null) {
            OptionValues.hostname(spec.hostname());
        }
    }

    /** {@return what the pet had been saved as} */
    static List<FormerGeneration> history(ArchivedImage image) {
        return FormerGeneration.read(image.labels().getOrDefault(HISTORY, ""));
    }
}
