package dev.hearth.between;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names a move in all histories that tell of it, such as {@code demote-1a2b3c}. */
public record MoveId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("(demote|promote)-[0-9a-f]{6}");
    private static final int NUMBERS = 1 << 24;

    /**
     * Reads one as users write it.
     *
     * @throws InvalidMoveId when it is none
     */
    public static MoveId parse(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new InvalidMoveId(text);
        }
        return new MoveId(text);
    }

    static MoveId fresh(Move.Direction direction, RandomGenerator random) {
        return new MoveId("%s-%06x".formatted(direction.word(), random.nextInt(NUMBERS)));
    }

    /** {@return which way packages were moved} */
    public Move.Direction direction() {
        return value.startsWith(Move.Direction.DEMOTE.word()) ? Move.Direction.DEMOTE : Move.Direction.PROMOTE;
    }

    @Override
    public String toString() {
        return value;
    }
}
