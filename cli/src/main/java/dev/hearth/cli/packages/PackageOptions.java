package dev.hearth.cli.packages;

import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.pets.GraceOption;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that change packages. */
final class PackageOptions {
    @Option(names = "--dry-run", description = "Show what the package manager would do, and install nothing.")
    private boolean dryRun;

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not show what the package manager says.")
    private boolean quiet;

    @Mixin
    private GraceOption grace;

    @Mixin
    private FormatOption format;

    boolean dryRun() {
        return dryRun;
    }

    boolean quiet() {
        return quiet;
    }

    Duration grace() {
        return grace.grace();
    }

    Format format() {
        return format.format();
    }
}
