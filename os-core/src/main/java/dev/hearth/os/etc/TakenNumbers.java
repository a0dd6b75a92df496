package dev.hearth.os.etc;

import java.util.Optional;

/** The ids that accounts here have already. */
sealed interface TakenNumbers permits TakenIds, TakenRanges {

    /** An id that could not stay as it was upstream. */
    record Moved(int from, int to) {}

    /** Puts a free id into the fields of a new account when its own is taken, and counts that as taken. */
    Optional<Moved> settle(String[] fields);

    static Optional<Integer> number(String field) {
        try {
            return Optional.of(Integer.parseInt(field));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
