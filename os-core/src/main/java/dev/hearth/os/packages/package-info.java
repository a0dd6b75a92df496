/** The packages that a tree holds, by its own package manager's database, and what differs between two trees. */
@NullMarked
package dev.hearth.os.packages;

import org.jspecify.annotations.NullMarked;
