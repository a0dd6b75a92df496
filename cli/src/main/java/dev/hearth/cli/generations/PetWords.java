package dev.hearth.cli.generations;

import dev.hearth.generations.GenerationNumber;
import dev.hearth.pets.PetName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words of a command that may name a pet, and then generations of it.
 *
 * @param pet absent when the first word is a generation's
 */
record PetWords(@Nullable PetName pet, List<GenerationNumber> generations) {
    PetWords {
        generations = List.copyOf(generations);
    }

    /** Reads the words that there are, in their order. */
    static PetWords of(@Nullable String... given) {
        var words =
                new ArrayList<>(Stream.of(given).filter(word -> word != null).toList());
        PetName pet = null;
        if (!words.isEmpty() && !GenerationNumber.isMeant(words.getFirst())) {
            pet = PetName.parse(words.removeFirst());
        }
        return new PetWords(pet, words.stream().map(GenerationNumber::parse).toList());
    }

    /** {@return the generation of this place among those named; absent when fewer were} */
    @Nullable GenerationNumber generation(int place) {
        return place < generations.size() ? generations.get(place) : null;
    }
}
