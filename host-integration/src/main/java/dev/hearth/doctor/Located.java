package dev.hearth.doctor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where something is to be.
 *
 * @param variable that says so; absent where it is the usual place
 */
record Located(Path path, @Nullable String variable) {}
