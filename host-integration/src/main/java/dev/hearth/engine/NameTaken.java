package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** Another container has the name. */
public final class NameTaken extends Failure.Conflict {
    public NameTaken(String name) {
        super(
                "A container named '" + name + "' exists already",
                "Choose another name, or remove that container first.");
    }
}
