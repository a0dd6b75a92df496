package dev.hearth.core.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that hearth expected could go wrong, told in words for the user.
 *
 * <p>The kinds are closed and answer "what can the user do about it?"; features add classes of their own to a kind. The
 * message is one sentence without a final period; the hint, where there is one, is an imperative sentence.
 */
public abstract sealed class Failure extends RuntimeException {
    private final @Nullable String hint;

    private Failure(String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** {@return the sentence shown to the user} */
    public final String message() {
        return String.valueOf(getMessage());
    }

    /** {@return what the user can do about it} */
    public final Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** The request itself is wrong: correct it. */
    public abstract static non-sealed class Invalid extends Failure {
        protected Invalid(String message, @Nullable String hint) {
            super(message, hint, null);
        }
    }

    /** The named thing does not exist: name another. */
    public abstract static non-sealed class NotFound extends Failure {
        protected NotFound(String message, @Nullable String hint) {
            super(message, hint, null);
        }
    }

    /** The state forbids it: change the state first. */
    public abstract static non-sealed class Conflict extends Failure {
        protected Conflict(String message, @Nullable String hint) {
            super(message, hint, null);
        }
    }

    /** Something needed is missing or does not answer: install or start it. */
    public abstract static non-sealed class Unavailable extends Failure {
        protected Unavailable(String message, @Nullable String hint) {
            super(message, hint, null);
        }

        protected Unavailable(String message, @Nullable String hint, Throwable cause) {
            super(message, hint, cause);
        }
    }

    /** Permission is missing: get it. */
    public abstract static non-sealed class Denied extends Failure {
        protected Denied(String message, @Nullable String hint) {
            super(message, hint, null);
        }
    }

    /** Another program failed: look at what it said. */
    public abstract static non-sealed class ToolFailed extends Failure {
        protected ToolFailed(String message, @Nullable String hint) {
            super(message, hint, null);
        }

        protected ToolFailed(String message, @Nullable String hint, Throwable cause) {
            super(message, hint, cause);
        }
    }

    /** The user stopped it. */
    public abstract static non-sealed class Cancelled extends Failure {
        protected Cancelled(String message, @Nullable String hint) {
            super(message, hint, null);
        }
    }
}
