package dev.hearth.engine;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A container cannot start since its image lacks the program it begins with. */
public final class ProgramNotInImage extends Failure.Invalid {
    private final String program;

    public ProgramNotInImage(String image, String program) {
        super(
                "The image '" + Printable.line(image) + "' has no program '" + Printable.line(program) + "'",
                "Choose an image of a whole distribution; `hearth image list` shows some.");
        this.program = program;
    }

    /** {@return the same of an image by another of its names} */
    public ProgramNotInImage withImage(String name) {
        return new ProgramNotInImage(name, program);
    }
}
