package dev.hearth.cli.shell;

import java.util.Optional;

/** Reads the lines that the user types. */
interface Lines extends AutoCloseable {
    /** {@return the next line, which is empty when the user gave it up; absent at the end of the input} */
    Optional<String> read(String prompt);

    @Override
    void close();
}
