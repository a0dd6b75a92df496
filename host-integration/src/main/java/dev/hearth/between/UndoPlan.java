package dev.hearth.between;

import dev.hearth.between.Move.Exported;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.os.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What undoing a move is going to do.
 *
 * @param base what happens to the base; absent when it is as before already
 * @param exports to take back
 * @param generation what the pet is to be again; absent when nothing was changed in it, or it is not there any more
 * @param steps in order, for people
 */
public record UndoPlan(
        Move move,
        Change.@Nullable Packages base,
        List<Exported> exports,
        @Nullable GenerationNumber generation,
        List<String> steps) {
    public UndoPlan {
        exports = List.copyOf(exports);
        steps = List.copyOf(steps);
    }
}
