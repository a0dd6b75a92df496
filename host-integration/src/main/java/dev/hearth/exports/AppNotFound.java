package dev.hearth.exports;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Suggestions;
import dev.hearth.pets.PetName;
import java.util.List;

/** A pet has no app of the name. */
public final class AppNotFound extends Failure.NotFound {
    private static final int SHOWN = 12;

    AppNotFound(PetName pet, String name, List<String> ids) {
        super("There is no app '" + name + "' in '" + pet + "'", hint(name, ids));
    }

    private static String hint(String name, List<String> ids) {
        if (ids.isEmpty()) {
            return "No app is installed there; a program is exported with `hearth export bin`.";
        }
        return Suggestions.nearest(name, ids)
                .map(near -> "Did you mean '" + near + "'?")
                .orElseGet(() -> "It has " + String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())))
                        + (ids.size() > SHOWN ? " and %d more.".formatted(ids.size() - SHOWN) : "."));
    }
}
