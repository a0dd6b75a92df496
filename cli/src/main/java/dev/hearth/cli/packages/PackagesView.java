package dev.hearth.cli.packages;

import dev.hearth.cli.generations.StepLines;
import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.pets.PackageOutcome;
import dev.hearth.pets.PackagePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a pet's packages; the components are the JSON contract.
 *
 * @param name of the pet
 * @param manager its package manager
 * @param requests all that has been asked for once it is done
 * @param steps by which it is done, in order
 * @param plan what the package manager said it would do
 * @param generation what the pet was before; null when nothing was changed
 * @param changes by the pet's own database; null when nothing was done, and where nobody can tell
 */
record PackagesView(
        String name,
        String manager,
        List<String> requests,
        List<String> steps,
        List<String> plan,
        @Nullable String generation,
        @Nullable List<ChangedPackage> changes) {

    static PackagesView of(PackagePlan plan) {
        return view(plan, plan.requests(), null, null);
    }

    static PackagesView of(PackagePlan plan, PackageOutcome outcome) {
        return view(
                plan,
                outcome.requests(),
                Objects.toString(outcome.generation(), null),
                ChangedPackage.of(outcome.changes()));
    }

    private static PackagesView view(
            PackagePlan plan,
            List<String> requests,
            @Nullable String generation,
            @Nullable List<ChangedPackage> changes) {
        return new PackagesView(
                plan.pet().name().value(),
                plan.manager().program(),
                requests,
                StepLines.of(plan.steps()),
                plan.said(),
                generation,
                changes);
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        plan.forEach(line -> lines.add(page.colors().dim(Printable.text(line))));
        lines.addAll(StepLines.numbered(steps));
        return lines;
    }
}
