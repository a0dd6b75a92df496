package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Suggestions;
import java.util.Collection;
import java.util.Optional;

/** There is no pet of this name. */
public final class PetNotFound extends Failure.NotFound {
    private final PetName name;

    public PetNotFound(PetName name, Collection<PetName> there) {
        this(name, "", suggestion(name, there).orElse("`hearth list` shows those there are."));
    }

    private PetNotFound(PetName name, String whoNamesIt, String hint) {
        super("There is no pet named '" + name + "'" + whoNamesIt, hint);
        this.name = name;
    }

    /** {@return the same for somebody who did not type the name, with where it comes from} */
    public PetNotFound namedBy(MeantPet.Source source) {
        var make = "`hearth create " + name + "`";
        return switch (source) {
            case MeantPet.Source.CommandLine _,
                    MeantPet.Source.CallingPet _,
                    MeantPet.Source.Project _,
                    MeantPet.Source.OnlyPet _ -> this;
            case MeantPet.Source.DirectoryFile(var file) ->
                new PetNotFound(
                        name, ", as '" + file + "' names it", "Make it with " + make + ", or correct the file.");
            case MeantPet.Source.ConfiguredDefault(var origin) ->
                new PetNotFound(
                        name,
                        ", which is the default pet by " + origin,
                        "Make it with " + make + ", or correct the setting.");
            case MeantPet.Source.ChosenDefault _ ->
                new PetNotFound(
                        name,
                        ", which is the default pet (set with `hearth default`)",
                        "Choose another with `hearth default NAME`, none with `hearth default --unset`, or make it anew"
                                + " with " + make + ".");
        };
    }

    private static Optional<String> suggestion(PetName name, Collection<PetName> there) {
        return Suggestions.question(
                name.value(), there.stream().map(PetName::value).toList());
    }
}
