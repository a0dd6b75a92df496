package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** A pet was to lose what it wrote to its home. */
public final class UnmergedChanges extends Failure.Conflict {
    public UnmergedChanges(PetName name, int count) {
        super(
                "The pet '%s' would lose %s to its home".formatted(name, count == 1 ? "a change" : count + " changes"),
                "Take them over with `hearth home merge %s`, or drop them with `hearth home discard %s`, first."
                        .formatted(name, name));
    }
}
