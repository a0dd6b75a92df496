package dev.hearth.cli.between;

import dev.hearth.between.Move.Direction;
import dev.hearth.between.MoveId;
import dev.hearth.core.failure.Failure;

/** The words of a command that moves packages do not go together. */
final class MoveMisuse extends Failure.Invalid {
    private MoveMisuse(String message, String hint) {
        super(message, hint);
    }

    static MoveMisuse nothingNamed(Direction direction) {
        return new MoveMisuse(
                "It is not clear which packages are meant",
                direction == Direction.DEMOTE
                        ? "`hearth os advise` lists the layers that can live in a pet."
                        : "`hearth show PET` lists the packages that were asked for in a pet.");
    }

    static MoveMisuse packagesAndUndo() {
        return new MoveMisuse(
                "Packages and `--undo` exclude each other",
                "All that was done under the id is undone; name no packages.");
    }

    static MoveMisuse otherDirection(MoveId id) {
        return new MoveMisuse(
                "'" + id + "' is the id of another command",
                "Write `hearth %s --undo %s`.".formatted(id.direction().word(), id));
    }
}
