package dev.hearth.os.etc;

import org.jspecify.annotations.Nullable;

/** What a merge does with one path. */
public sealed interface Decision {

    /** The new default's content, with the metadata that both sides come to. */
    record TakeNew(Metadata metadata) implements Decision {}

    /** The local content, with the metadata that both sides come to. */
    record KeepLocal(Metadata metadata) implements Decision {}

    /** A text that is neither side's own: both sides' changes together, or what somebody made of a conflict. */
    record Merged(Metadata metadata, String text) implements Decision {}

    /** The path is not there any more. */
    record Removed(By by) implements Decision {}

    /**
     * Both sides changed the same; until somebody decides, what is local stays as it is.
     *
     * @param versions what each side has, so that a resolution can be told from one for other contents
     * @param marked the text with both sides' lines between markers; absent when it is no conflict of lines
     */
    record Conflict(
            Reason reason, Versions versions, @Nullable String marked) implements Decision {}

    /** A pipe, a socket or a device, which is no configuration and is left out. */
    record Skipped() implements Decision {}

    /** Whose removal it was. */
    enum By {
        LOCAL,
        UPSTREAM
    }

    /** Why two changes do not go together. */
    enum Reason {
        /** Locally and upstream the same lines, or the same link, became different ones. */
        BOTH_CHANGED,
        /** Locally removed, changed upstream. */
        REMOVED_LOCALLY,
        /** It is a directory on one side and none on the other, or a link on one and a file on the other. */
        KIND_CHANGED,
        /** Not in the old default; new on both sides, and different. */
        BOTH_ADDED,
        /** Changed on both sides, and no text of lines. */
        BINARY
    }
}
