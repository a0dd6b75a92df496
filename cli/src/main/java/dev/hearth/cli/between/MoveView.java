package dev.hearth.cli.between;

import dev.hearth.between.Move;
import dev.hearth.cli.generations.StepLines;
import dev.hearth.cli.output.Page;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Packages moved between the base and a pet; the components are the JSON contract.
 *
 * @param move the id by which it is undone, and found in the histories of both; null while it is only planned
 * @param state planned, done or undone
 * @param pet that the packages are moved to, or from
 * @param packages by name
 * @param requests what is taken off the base or put on it, as `hearth os status` lists it
 * @param exports what of the packages is available on the host by it
 * @param generation what the pet was before; null when nothing was changed in it
 * @param steps by which it is done, in order
 */
record MoveView(
        @Nullable String move,
        String state,
        String pet,
        List<String> packages,
        List<String> requests,
        List<Exported> exports,
        @Nullable String generation,
        List<String> steps) {

    /**
     * Something of the pet that is available on the host.
     *
     * @param kind app or bin
     * @param name by which it is called, and taken back
     */
    record Exported(String kind, String name) {}

    /** {@return what is going to be done, or undone} */
    static MoveView planned(Move move, List<String> steps) {
        return of(null, "planned", move, steps);
    }

    static MoveView ended(Move move, List<String> steps) {
        return of(move.id().value(), move.state().name().toLowerCase(Locale.ROOT), move, steps);
    }

    private static MoveView of(@Nullable String id, String state, Move move, List<String> steps) {
        return new MoveView(
                id,
                state,
                move.pet().value(),
                move.names(),
                move.requests(),
                move.exports().stream()
                        .map(export -> new Exported(export.kind().word(), export.name()))
                        .toList(),
                Objects.toString(move.generation(), null),
                steps);
    }

    List<String> lines(Page page) {
        return StepLines.numbered(steps);
    }
}
