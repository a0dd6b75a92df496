package dev.hearth.cli.between;

import dev.hearth.between.MoveId;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.pets.GraceOption;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that move packages between the base and pets. */
final class MoveOptions {
    @Option(names = "--undo", paramLabel = "ID", description = "Undo what was done under this id.")
    private @Nullable String undo;

    @Option(names = "--dry-run", description = "Show what would be done on both sides, and do nothing.")
    private boolean dryRun;

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not show what the pet's package manager says.")
    private boolean quiet;

    @Option(
            names = "--sysroot",
            paramLabel = "DIR",
            description = "Mean the ostree sysroot in a directory instead of this host's base.")
    private @Nullable Path sysroot;

    @Mixin
    private GraceOption grace;

    @Mixin
    private FormatOption format;

    /** {@return the move to undo; absent when one is to be made} */
    @Nullable MoveId undo() {
        return undo == null ? null : MoveId.parse(undo);
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean quiet() {
        return quiet;
    }

    @Nullable Path sysroot() {
        return sysroot;
    }

    Duration grace() {
        return grace.grace();
    }

    Format format() {
        return format.format();
    }
}
