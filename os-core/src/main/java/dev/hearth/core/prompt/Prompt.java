package dev.hearth.core.prompt;

/** Asks the user; the one way in which hearth asks anything. */
@FunctionalInterface
public interface Prompt {

    /**
     * Asks whether to go on. With {@code --yes} the answer is yes, without a question.
     *
     * @param question one sentence with its question mark; the harmless answer, no, is the default
     * @return the answer
     * @throws CannotAsk when nobody can be asked: the streams are no terminals
     */
    boolean confirm(String question);
}
