/** The commands on hearth itself and on what it finds on the host. */
@NullMarked
package dev.hearth.cli.host;

import org.jspecify.annotations.NullMarked;
