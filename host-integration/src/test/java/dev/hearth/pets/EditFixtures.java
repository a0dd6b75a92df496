package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import dev.hearth.pets.PetEdit.Removed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of pets that tests start from. */
final class EditFixtures {
    private EditFixtures() {}

    static PetEdit variable(String name, String value) {
        return edit(null, List.of(), Map.of(name, value), Removed.NOTHING);
    }

    static PetEdit withoutVariable(String name) {
        return edit(null, List.of(), Map.of(), new Removed(List.of(), List.of(name), List.of(), List.of(), List.of()));
    }

    static PetEdit home(Home home) {
        return edit(home, List.of(), Map.of(), Removed.NOTHING);
    }

    static PetEdit volume(String volume) {
        return edit(null, List.of(Volume.parse(volume)), Map.of(), Removed.NOTHING);
    }

    static PetEdit withoutVolume(String target) {
        var targets = List.of(ContainerPath.of(target));
        return edit(null, List.of(), Map.of(), new Removed(targets, List.of(), List.of(), List.of(), List.of()));
    }

    private static PetEdit edit(
            @Nullable Home home, List<Volume> volumes, Map<String, String> environment, Removed removed) {
        return new PetEdit(
                home,
                volumes,
                environment,
                null,
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                removed);
    }
}
