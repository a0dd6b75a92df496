/** What tests need of the machine that they run on, for all modules. */
@NullMarked
package dev.hearth.core.needed;

import org.jspecify.annotations.NullMarked;
