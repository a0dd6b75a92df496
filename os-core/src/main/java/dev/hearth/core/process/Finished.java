package dev.hearth.core.process;

/**
 * A program that ended.
 *
 * @param status its exit status; 128 + n when signal n killed it
 * @param out what it wrote to standard output, as UTF-8
 * @param err what it wrote to standard error, as UTF-8
 */
public record Finished(Command command, int status, String out, String err) {

    /** {@return whether it ended with status 0} */
    public boolean succeeded() {
        return status == 0;
    }

    /**
     * {@return itself}
     *
     * @throws ProgramFailed when the status is not 0
     */
    public Finished orThrow() {
        if (!succeeded()) {
            throw new ProgramFailed(this);
        }
        return this;
    }
}
