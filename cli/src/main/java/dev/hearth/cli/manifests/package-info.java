/** The commands about pets that files declare. */
@NullMarked
package dev.hearth.cli.manifests;

import org.jspecify.annotations.NullMarked;
