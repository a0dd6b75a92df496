package dev.hearth.cli.output;

import dev.hearth.core.failure.Failure;
import dev.hearth.devcontainer.WishRefused;
import dev.hearth.projects.NotAllowed;

/** What hearth's exit statuses mean. */
public final class ExitStatus {
    public static final int OK = 0;

    /** Something happened that hearth did not foresee. */
    public static final int BUG = 1;

    /** The command line, or a value on it or in a file, is wrong. */
    public static final int INVALID = 2;

    /** {@code enter} and {@code run} failed before the program in the pet was started, whose own status it could be. */
    public static final int NOT_ENTERED = 125;

    /** Nobody reads standard output any more; what a shell reports of a program that SIGPIPE ended. */
    public static final int BROKEN_PIPE = 141;

    /** The user stopped it. */
    public static final int CANCELLED = 130;

    /** The answer is that there is no update. */
    public static final int NO_UPDATE = 10;

    /** The answer is that something waits for somebody, such as a reboot or a decision. */
    public static final int WAITS = 11;

    /** The answer is that something is wrong. */
    public static final int WRONG = 12;

    /** A project's file was not allowed by the user. */
    public static final int NOT_ALLOWED = 8;

    private ExitStatus() {}

    /** {@return the status that tells scripts what kind of failure it was} */
    public static int of(Failure failure) {
        return switch (failure) {
            case Failure.Invalid _ -> INVALID;
            case Failure.NotFound _ -> 3;
            case Failure.Conflict _ -> 4;
            case Failure.Unavailable _ -> 5;
            case NotAllowed _, WishRefused _ -> NOT_ALLOWED;
            case Failure.Denied _ -> 6;
            case Failure.ToolFailed _ -> 7;
            case Failure.Cancelled _ -> CANCELLED;
        };
    }

    /** {@return the word by which JSON names the kind of a failure} */
    static String kind(Failure failure) {
        return switch (failure) {
            case Failure.Invalid _ -> "invalid";
            case Failure.NotFound _ -> "not-found";
            case Failure.Conflict _ -> "conflict";
            case Failure.Unavailable _ -> "unavailable";
            case NotAllowed _, WishRefused _ -> "not-allowed";
            case Failure.Denied _ -> "denied";
            case Failure.ToolFailed _ -> "tool-failed";
            case Failure.Cancelled _ -> "cancelled";
        };
    }
}
