/** Docker and Podman, through Docker's API and, where that cannot say it, Podman's own. */
@NullMarked
package dev.hearth.engine.docker;

import org.jspecify.annotations.NullMarked;
