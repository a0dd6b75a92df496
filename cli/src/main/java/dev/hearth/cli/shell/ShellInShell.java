package dev.hearth.cli.shell;

import dev.hearth.core.failure.Failure;

/** A prompt was asked for at the prompt. */
final class ShellInShell extends Failure.Invalid {
    ShellInShell() {
        super("This is `hearth shell` already", "Type a command such as `list`, or end with `exit`.");
    }
}
