package dev.hearth.cli.generations;

import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that first show what they would do. */
final class PlanOptions {
    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Mixin
    private FormatOption format;

    boolean dryRun() {
        return dryRun;
    }

    Format format() {
        return format.format();
    }
}
