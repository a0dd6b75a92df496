package dev.hearth.cli.packages;

import dev.hearth.cli.output.Each;
import dev.hearth.cli.pets.ConflictingOptions;
import dev.hearth.pets.PetName;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth upgrade}. */
@Command(
        name = "upgrade",
        description = "Bring the packages of pets up to date, or everything.",
        footer = {
            "",
            "Each pet is saved first, and is what it was when its upgrade fails; the others go on. A pet",
            "for which there is nothing new is left alone. Several are upgraded at once, and asked about once.",
            "`hearth os upgrade` is for the base; with --everything it is upgraded, too, and so are Flatpaks:",
            "one plan, one question, and one id by which `rollback --everything` undoes all of it.",
            "",
            "Examples:",
            "  hearth upgrade",
            "  hearth upgrade --all --yes",
            "  hearth upgrade --everything --dry-run",
            "  hearth upgrade dev web --dry-run"
        })
public final class UpgradeCommand implements Callable<Integer> {
    private final PackageChanges changes;
    private final Each each;
    private final UpgradeOfEverything everything;

    @Parameters(paramLabel = "PET", arity = "0..*", description = "The pets; else the one that `enter` would enter.")
    private List<PetName> names = List.of();

    @Option(names = "--all", description = "All of your pets.")
    private boolean all;

    @Option(names = "--everything", description = "The base, Flatpaks and all of your pets.")
    private boolean whole;

    @Option(
            names = "--sysroot",
            paramLabel = "DIR",
            description = "With --everything: mean the ostree sysroot in a directory instead of this host's base.")
    private @Nullable Path sysroot;

    @Mixin
    private PackageOptions options;

    public UpgradeCommand(PackageChanges changes, Each each, UpgradeOfEverything everything) {
        this.changes = changes;
        this.each = each;
        this.everything = everything;
    }

    @Override
    public Integer call() {
        if (whole) {
            if (all || !names.isEmpty()) {
                throw EverythingMisuse.pets();
            }
            return everything.run(new UpgradeOfEverything.Request(
                    options.dryRun(), options.quiet(), options.grace(), options.format(), sysroot));
        }
        if (sysroot != null) {
            throw EverythingMisuse.sysroot();
        }
        if (all && !names.isEmpty()) {
            throw ConflictingOptions.petAndAll();
        }
        return changes.upgrade(names.isEmpty() ? changes.pets(all) : names, each, options);
    }
}
