package dev.hearth.cli.vm;

/**
 * What a script in a machine left behind.
 *
 * @param text of both its streams
 */
record Answer(int status, String text) {

    /** {@return what it wrote; it must have succeeded} */
    String succeeded() {
        if (status != 0) {
            throw new AssertionError("status " + status + " and:\n" + text);
        }
        return text;
    }

    /** {@return what it wrote; it must have failed} */
    String failed() {
        if (status == 0) {
            throw new AssertionError("no failure, and:\n" + text);
        }
        return text;
    }

    /** {@return what it wrote; it must have failed, with that status} */
    String failed(int expected) {
        if (status != expected) {
            throw new AssertionError("status " + status + " instead of " + expected + " and:\n" + text);
        }
        return text;
    }
}
