/** Compilers, debuggers and interpreters of pets, as IDEs on the host are told of such. */
@NullMarked
package dev.hearth.ide.toolchain;

import org.jspecify.annotations.NullMarked;
