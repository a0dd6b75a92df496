/** Finds which pets have programs that the host lacks, and keeps the answers for shells. */
@NullMarked
package dev.hearth.commands;

import org.jspecify.annotations.NullMarked;
