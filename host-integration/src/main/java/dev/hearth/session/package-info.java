/** What this login offers to a pet. */
@NullMarked
package dev.hearth.session;

import org.jspecify.annotations.NullMarked;
