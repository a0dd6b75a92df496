package dev.hearth.cli.copies;

import picocli.CommandLine.Option;

/** The option of the commands that take a pet elsewhere. */
public final class HistoryOption {
    @Option(names = "--no-history", description = "Leave the contents of its generations here.")
    private boolean without;

    boolean history() {
        return !without;
    }
}
