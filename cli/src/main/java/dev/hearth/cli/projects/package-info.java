/** The command that allows project files, and the question that others ask about them. */
@NullMarked
package dev.hearth.cli.projects;

import org.jspecify.annotations.NullMarked;
