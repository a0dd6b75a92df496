/** How results and talk reach the user: tables, JSON, colours, progress, questions. */
@NullMarked
package dev.hearth.cli.output;

import org.jspecify.annotations.NullMarked;
