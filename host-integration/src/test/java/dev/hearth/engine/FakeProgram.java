package dev.hearth.engine;

import java.util.function.Consumer;

/** What a program does inside a fake container. */
@FunctionalInterface
public interface FakeProgram {
    /** The status of a program that does not end by itself. */
    int KEEPS_RUNNING = -1;

    /** Runs it to its end. */
    int run(FakeContainer container, ExecRequest request, Consumer<String> line);
}
