package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A pet is to start at login, and the directory of the user's units may not be written. */
final class UnitsNotWritable extends Failure.Denied {
    UnitsNotWritable(Path units) {
        super(
                "The directory '" + units + "', which starting a pet at login needs, cannot be written",
                "Look at who owns it, or leave `--autostart` out.");
    }
}
