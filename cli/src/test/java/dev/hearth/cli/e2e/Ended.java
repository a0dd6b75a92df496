package dev.hearth.cli.e2e;

/** What a program that ended left behind: its exit status and all it wrote. */
record Ended(int status, String out, String err) {

    /** {@return what it wrote to standard output, for which it must have succeeded} */
    String succeeded() {
        if (status != 0) {
            throw new AssertionError("Status %d%n%s%n%s".formatted(status, out, err));
        }
        return out;
    }
}
