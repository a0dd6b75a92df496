package dev.hearth.cli.generations;

import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that first show what they would do. */
public final class PlanOptions {
    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Mixin
    private FormatOption format;

    public boolean dryRun() {
        return dryRun;
    }

    public Format format() {
        return format.format();
    }
}
