package dev.hearth.ide;

import dev.hearth.exports.HearthCall;
import dev.hearth.pets.PetName;
import java.util.ArrayList;
import java.util.List;

/** Another program that can be told where pets are. */
public interface Tool {
    /** {@return what hearth calls it} */
    String name();

    /** {@return what tells it about a pet; nothing when it knows} */
    List<Step> setUp(PetName pet, HearthCall call);

    /** {@return what makes it forget a pet; nothing when it does not know it} */
    List<Step> remove(PetName pet);

    /** {@return what it was told, of all pets} */
    List<Marked> known();

    /** {@return how the user gets into a pet by it, in a sentence without its period} */
    String use(PetName pet);

    /** {@return what goes by itself with a pet that is gone: nobody is asked then} */
    default List<Step> forget(PetName pet) {
        return remove(pet).stream().filter(step -> !step.asks()).toList();
    }

    /** {@return what makes it know a pet by another name} */
    default List<Step> rename(PetName from, PetName to, HearthCall call) {
        var steps = new ArrayList<>(setUp(to, call));
        steps.addAll(remove(from));
        return steps;
    }

    /** {@return whether it was told about a pet} */
    default boolean knows(PetName pet) {
        return known().stream().anyMatch(marked -> marked.pet().equals(pet));
    }
}
