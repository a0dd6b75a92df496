package dev.hearth.doctor;

import dev.hearth.pets.Home;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A running pet, and what it sees of some paths of the host.
 *
 * @param seen by path; empty where it sees nothing
 */
record PetView(Pet pet, Map<Path, String> seen) {
    /** Asks the pet about all paths at once. */
    static PetView of(Pet pet, List<Path> paths, Function<List<String>, List<String>> look) {
        var answers = look.apply(paths.stream().map(Path::toString).toList());
        return new PetView(
                pet,
                IntStream.range(0, Math.min(paths.size(), answers.size()))
                        .boxed()
                        .collect(Collectors.toMap(paths::get, answers::get, (first, _) -> first)));
    }

    PetName name() {
        return pet.name();
    }

    boolean isShared() {
        return pet.spec().home() instanceof Home.Shared;
    }

    String sees(Path path) {
        return seen.getOrDefault(path, "");
    }
}
