package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Suggestions;
import java.util.Collection;

/** There is no pet of this name. */
public final class PetNotFound extends Failure.NotFound {
    public PetNotFound(PetName name, Collection<PetName> there) {
        super("There is no pet named '" + name + "'", hint(name, there));
    }

    private static String hint(PetName name, Collection<PetName> there) {
        var names = there.stream().map(PetName::value).toList();
        return Suggestions.question(name.value(), names).orElse("`hearth list` shows those there are.");
    }
}
