package dev.hearth.cli.picker;

import dev.hearth.pets.Pet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A pet that can be chosen, as it is shown. */
record Choice(String name, String state, String image, List<String> packages, Instant created) {

    static Choice of(Pet pet) {
        return new Choice(
                pet.name().value(),
                pet.container().state().name().toLowerCase(Locale.ROOT),
                pet.spec().image(),
                pet.spec().packages(),
                pet.spec().created());
    }

    /** {@return whether it has all of these words in its name, its image or its packages} */
    boolean has(String words) {
        var text = (name + " " + image + " " + String.join(" ", packages)).toLowerCase(Locale.ROOT);
        for (var word : words.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
