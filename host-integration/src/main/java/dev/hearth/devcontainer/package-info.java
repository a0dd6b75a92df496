/** Projects that say what they are developed in by a devcontainer.json, and the pets that are made for them. */
@NullMarked
package dev.hearth.devcontainer;

import org.jspecify.annotations.NullMarked;
