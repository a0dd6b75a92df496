/** What other programs of the user's, terminals and editors, are told so that they find pets. */
@NullMarked
package dev.hearth.ide;

import org.jspecify.annotations.NullMarked;
