package dev.hearth.exports;

import dev.hearth.pets.PetName;
import java.nio.file.Path;

/**
 * Something of a pet that is available on the host.
 *
 * @param name by which it is called, and taken back
 * @param source what of the pet it is: a program's path, an app's id, a unit's name
 * @param file that makes it available
 */
public record Export(ExportKind kind, String name, PetName pet, String source, Path file) {

    /** {@return whether that is how it is called, which for an app may be the last part of its id} */
    public boolean isNamed(String called) {
        return name.equals(called) || (kind == ExportKind.APP && AppId.isLastPart(name, called));
    }
}
