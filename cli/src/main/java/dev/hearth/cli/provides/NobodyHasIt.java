package dev.hearth.cli.provides;

import dev.hearth.commands.CommandName;
import dev.hearth.core.failure.Failure;

/** No pet knows of a program. */
final class NobodyHasIt extends Failure.NotFound {
    NobodyHasIt(CommandName command) {
        super(
                "No pet that runs has '%s', or a package of which it knows that it would bring it".formatted(command),
                "`hearth search WORD` searches the packages of a pet.");
    }
}
