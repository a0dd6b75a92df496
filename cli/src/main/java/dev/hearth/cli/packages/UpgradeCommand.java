package dev.hearth.cli.packages;

import dev.hearth.cli.output.Each;
import dev.hearth.cli.pets.ConflictingOptions;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth upgrade}. */
@Command(
        name = "upgrade",
        description = "Bring the packages of pets up to date.",
        footer = {
            "",
            "Each pet is saved first, and is what it was when its upgrade fails; the others go on. A pet",
            "for which there is nothing new is left alone. Several are upgraded at once, and asked about once.",
            "`hearth os upgrade` is for the base.",
            "",
            "Examples:",
            "  hearth upgrade",
            "  hearth upgrade --all --yes",
            "  hearth upgrade dev web --dry-run"
        })
public final class UpgradeCommand implements Callable<Integer> {
    private final PackageChanges changes;
    private final Each each;

    @Parameters(paramLabel = "PET", arity = "0..*", description = "The pets; else the one that `enter` would enter.")
    private List<PetName> names = List.of();

    @Option(names = "--all", description = "All of your pets.")
    private boolean all;

    @Mixin
    private PackageOptions options;

    public UpgradeCommand(PackageChanges changes, Each each) {
        this.changes = changes;
        this.each = each;
    }

    @Override
    public Integer call() {
        if (all && !names.isEmpty()) {
            throw ConflictingOptions.petAndAll();
        }
        return changes.upgrade(names.isEmpty() ? changes.pets(all) : names, each, options);
    }
}
