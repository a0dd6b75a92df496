package dev.hearth.doctor;

/** Something that is in order or not, and can be looked at without changing it. */
public interface Check {
    /** {@return the word by which scripts know it, such as {@code ssh-agent}} */
    String name();

    /**
     * Looks.
     *
     * @throws dev.hearth.core.failure.Failure which counts as what is broken
     */
    Finding look();
}
