package dev.hearth.cli.ide;

import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.pets.PetName;
import org.jspecify.annotations.Nullable;
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

    /** {@return the pet that is meant; to take something back, it need not be there any more} */
    PetName pet(@Nullable PetName named, PetSelection selection) {
        return remove && named != null ? named : selection.require(named).name();
    }

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
