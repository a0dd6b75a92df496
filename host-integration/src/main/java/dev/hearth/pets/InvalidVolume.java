package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A text that describes no volume. */
public final class InvalidVolume extends Failure.Invalid {
    public InvalidVolume(String text) {
        super(
                "'" + Printable.line(text) + "' describes no volume",
                "Write /HOST/PATH[:/PET/PATH[:ro]] or VOLUME-NAME:/PET/PATH[:ro].");
    }
}
