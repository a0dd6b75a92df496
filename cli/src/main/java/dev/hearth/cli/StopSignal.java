package dev.hearth.cli;

import dev.hearth.core.failure.Interrupted;

/**
 * Stops a command when the user or the system wants hearth to end, and gives it a moment to clear up.
 *
 * <p>It is a hook of the machine's shutdown: the machine then ends with the signal's own status.
 */
final class StopSignal extends Thread {
    private static final long PATIENCE_MILLIS = 2000;

    private final Thread command;
    private volatile boolean come;

    StopSignal(Thread command) {
        super("stop");
        this.command = command;
    }

    @Override
    public void run() {
        come = true;
        command.interrupt();
        try {
            command.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            throw Interrupted.restoringFlag();
        }
    }

    boolean hasCome() {
        return come;
    }
}
