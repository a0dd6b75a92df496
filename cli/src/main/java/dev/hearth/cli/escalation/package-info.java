/** How a command becomes root when only root may do what it is for: visibly, and from an installation that is root's. */
@NullMarked
package dev.hearth.cli.escalation;

import org.jspecify.annotations.NullMarked;
