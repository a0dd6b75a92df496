package dev.hearth.setup;

/** Is told what set-up does, for the user to read while it happens. */
public interface SetupNarrator {
    /** A step began. */
    void doing(Step step);

    /** A step is being taken back. */
    void undoing(Step step);

    /** A package manager or daemon said something; it may hold control characters. */
    void said(String line);

    /** Something that the user should know and that does not stop set-up. */
    void warning(String sentence);
}
