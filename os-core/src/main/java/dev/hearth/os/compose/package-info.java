/** Makes a base of a recipe: a commit that ostree deploys, the same one from the same inputs. */
@NullMarked
package dev.hearth.os.compose;

import org.jspecify.annotations.NullMarked;
