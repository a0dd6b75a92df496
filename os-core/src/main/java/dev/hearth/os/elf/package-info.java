/** Programs and the libraries that they load, read from their files. */
@NullMarked
package dev.hearth.os.elf;

import org.jspecify.annotations.NullMarked;
