package dev.hearth.cli.ide;

import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that tells a program where pets are. */
public final class IdeOptions {
    @Option(names = "--remove", description = "Take it back.")
    private boolean remove;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Mixin
    private FormatOption format;

    /** {@return whether something is told, and not only shown or taken back} */
    boolean changes() {
        return !remove && !dryRun;
    }

    boolean remove() {
        return remove;
    }

    boolean dryRun() {
        return dryRun;
    }

    Format format() {
        return format.format();
    }
}
