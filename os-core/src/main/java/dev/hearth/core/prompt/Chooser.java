package dev.hearth.core.prompt;

import java.util.List;

/** Asks the user which of several things to do. */
public interface Chooser {

    /** {@return whether there is somebody to answer} */
    boolean canAsk();

    /**
     * Asks until one of the answers is given, as a whole or by its first letter.
     *
     * @param answers of different first letters; the last, the harmless one, is the default
     * @return the answer
     * @throws CannotAsk when nobody can be asked
     */
    String choose(String question, List<String> answers);
}
