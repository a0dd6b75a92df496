package dev.hearth.ide.toolchain;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A directory is no project of CMake's. */
public final class NoProject extends Failure.NotFound {
    NoProject(Path directory) {
        super(
                "There is no CMakeLists.txt in '" + directory + "'",
                "Name the directory of a project; without one, hearth tells no project about the pet.");
    }
}
