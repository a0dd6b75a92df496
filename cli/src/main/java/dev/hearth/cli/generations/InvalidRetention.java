package dev.hearth.cli.generations;

import dev.hearth.core.failure.Failure;

/** What is asked to be kept cannot be. */
final class InvalidRetention extends Failure.Invalid {
    private InvalidRetention(String message, String hint) {
        super(message, hint);
    }

    static InvalidRetention numbers() {
        return new InvalidRetention(
                "A pet keeps at least its newest generation, and each for 0 days or more",
                "Write `--keep=1` or more, and `--keep-days=0` or more.");
    }

    static InvalidRetention allAndOne() {
        return new InvalidRetention("A pet and `--all` exclude each other", "Leave one of them out.");
    }
}
