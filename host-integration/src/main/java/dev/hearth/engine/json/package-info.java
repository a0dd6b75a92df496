/** JSON as engines write and read it, without binding it to classes. */
@NullMarked
package dev.hearth.engine.json;

import org.jspecify.annotations.NullMarked;
