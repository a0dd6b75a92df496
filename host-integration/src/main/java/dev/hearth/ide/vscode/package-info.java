/** Pets in Visual Studio Code and what was made of it. */
@NullMarked
package dev.hearth.ide.vscode;

import org.jspecify.annotations.NullMarked;
