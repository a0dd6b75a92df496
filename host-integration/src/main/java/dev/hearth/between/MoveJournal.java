package dev.hearth.between;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.schema.Schema;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.pets.PetName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of moves, one file for each: written before each step, so that one that was cut off can be gone on
 * with.
 *
 * <p>The base and the pet do not need it: without it, a move is undone on each side by itself.
 */
public final class MoveJournal {
    private static final Schema SCHEMA = new Schema(1, "0.1.0");

    private final Records<Content> records;

    public MoveJournal(PrivateDirectory directory) {
        this.records = new Records<>(directory, Content.class, SCHEMA);
    }

    /**
     * {@return a move}
     *
     * @throws MoveNotFound when nothing is known of it
     */
    Move get(MoveId id) {
        return records.read(id.value()).flatMap(MoveJournal::move).orElseThrow(() -> new MoveNotFound(id));
    }

    /** {@return the newest move of these packages with this pet that was cut off} */
    Optional<Move> begun(Move.Direction direction, PetName pet, List<String> words) {
        return records.all().stream()
                .flatMap(content -> move(content).stream())
                .filter(move -> move.state() == Move.State.BEGUN && move.id().direction() == direction)
                .filter(move -> move.pet().equals(pet) && isOf(move, words))
                .max(Comparator.comparing(Move::began));
    }

    private static boolean isOf(Move move, List<String> words) {
        return move.items().size() == words.size()
                && words.stream()
                        .allMatch(word ->
                                move.names().contains(word) || move.requests().contains(word));
    }

    /** Writes down how far a move came; {@return it} */
    Move keep(Move move) {
        records.keep(move.id().value(), Content.of(move));
        return move;
    }

    /** Returns to what a move was before it went on; of one that was at its beginning nothing is known any more. */
    void restore(Move move) {
        if (move.generation() != null || !move.exports().isEmpty()) {
            keep(move);
            return;
        }
        records.remove(move.id().value());
    }

    /** {@return the move; nothing where its file is damaged} */
    private static Optional<Move> move(Content content) {
        try {
            return Optional.of(content.move());
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(
            int schema,
            String needs,
            String id,
            String began,
            String pet,
            boolean makesPet,
            List<Move.Item> items,
            List<String> requests,
            List<Move.Exported> exports,
            @Nullable Integer generation,
            Move.State state) {
        Content {
            items = List.copyOf(items);
            requests = List.copyOf(requests);
            exports = List.copyOf(exports);
        }

        static Content of(Move move) {
            var generation = move.generation();
            return new Content(
                    SCHEMA.number(),
                    SCHEMA.since(),
                    move.id().value(),
                    move.began().toString(),
                    move.pet().value(),
                    move.makesPet(),
                    move.items(),
                    move.requests(),
                    move.exports(),
                    generation == null ? null : generation.value(),
                    move.state());
        }

        Move move() {
            return new Move(
                    new MoveId(id),
                    Instant.parse(began),
                    new PetName(pet),
                    makesPet,
                    items,
                    requests,
                    exports,
                    generation == null ? null : new GenerationNumber(generation),
                    state);
        }
    }
}
