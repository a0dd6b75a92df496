package dev.hearth.pets;

import dev.hearth.archives.ArchivedImage;
import dev.hearth.core.failure.Failure;
import dev.hearth.engine.json.Json;
import dev.hearth.generations.Generation;
import dev.hearth.generations.Generations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the labels of an image say of the pet that it was. */
final class PetArchiveForm {
    private static final String PREFIX = "dev.hearth-pet.";
    private static final String NAME = PREFIX + "name";
    private static final String SPEC = PREFIX + "spec";
    private static final String HISTORY = PREFIX + "history";
    private static final String GENERATIONS = PREFIX + "generations";

    private static final String LAYERS = "layers";
    private static final String PINNED = "pinned";
    private static final String LABELS = "labels";

    private PetArchiveForm() {}

    /** {@return the labels; the first layers of the image are the contents of the carried generations, one more each} */
    static Map<String, String> labels(Pet pet, List<FormerGeneration> told, List<Generation> carried) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(NAME, pet.name().value());
        labels.put(SPEC, SpecLabel.write(pet.spec()));
        labels.put(HISTORY, FormerGeneration.write(told));
        var all = new ArrayList<Map<String, Object>>();
        for (var generation : carried) {
            all.add(Map.of(
                    LAYERS, all.size() + 1, PINNED, generation.pinned(), LABELS, Generations.labels(generation)));
        }
        labels.put(GENERATIONS, Json.write(all));
        return labels;
    }

    static PetName name(ArchivedImage image, PetOrigin origin) {
        var name = image.labels().getOrDefault(NAME, "");
        if (!PetName.isValid(name)) {
            throw origin.noPet("it names none");
        }
        return new PetName(name);
    }

    static PetSpec spec(ArchivedImage image, PetOrigin origin) {
        var name = name(image, origin).value();
        try {
            return spec(name, image.labels().getOrDefault(SPEC, ""));
        } catch (UnreadableSpec | Failure.Invalid e) {
            throw origin.noPet(e.message());
        }
    }

    private static PetSpec spec(String name, String text) {
        var spec = SpecLabel.read(name, text);
        requireWellFormed(spec);
        return spec;
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

    /** {@return what the pet had been saved as, of which no content came along} */
    static List<FormerGeneration> history(ArchivedImage image) {
        return FormerGeneration.read(image.labels().getOrDefault(HISTORY, ""));
    }

    /** {@return what the pet had been saved as, with its contents; what cannot be read keeps nobody from the rest} */
    static List<ArchivedGeneration> generations(ArchivedImage image, int layers) {
        try {
            var found = new LinkedHashMap<Integer, ArchivedGeneration>();
            for (var json :
                    Json.parse(image.labels().getOrDefault(GENERATIONS, "[]")).items()) {
                generation(json, layers)
                        .ifPresent(one ->
                                found.putIfAbsent(one.generation().number().value(), one));
            }
            return List.copyOf(found.values());
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static Optional<ArchivedGeneration> generation(Json json, int most) {
        int layers = (int) json.at(LAYERS).number();
        if (layers < 1 || layers >= most) {
            return Optional.empty();
        }
        try {
            return Generations.read(json.at(LABELS).textMap(), json.at(PINNED).isTrue())
                    .map(generation -> new ArchivedGeneration(generation, spec("it", generation.spec()), layers));
        } catch (UnreadableSpec | Failure.Invalid _) {
            return Optional.empty();
        }
    }
}
