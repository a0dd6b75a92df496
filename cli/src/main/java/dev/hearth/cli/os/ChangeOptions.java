package dev.hearth.cli.os;

import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that changes the base. */
final class ChangeOptions {
    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Keep in the history why this is done.")
    private @Nullable String reason;

    @Mixin
    private FormatOption format;

    boolean dryRun() {
        return dryRun;
    }

    @Nullable String reason() {
        return reason;
    }

    Format format() {
        return format.format();
    }
}
