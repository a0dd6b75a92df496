package dev.hearth.cli.packages;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.core.host.Terminals;
import dev.hearth.packages.PackageRequest;
import dev.hearth.pets.PackageOutcome;
import dev.hearth.pets.PackagePlan;
import dev.hearth.pets.PackageScreen;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes the packages of one pet: shows what that would do, asks, and does it. */
public final class PackageChanges {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Terminals terminals;
    private final Output output;

    public PackageChanges(
            Supplier<Pets> pets,
            PetSelection selection,
            ConsoleNarrator narrator,
            Consent consent,
            Terminals terminals,
            Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.consent = consent;
        this.terminals = terminals;
        this.output = output;
    }

    /** Makes the change in the pet that is named or meant, or shows it. */
    void make(@Nullable PetName named, PackageRequest request, PackageOptions options) {
        var view = carryOut(selection.require(named).name(), request, options);
        if (options.dryRun() || options.format() == Format.JSON) {
            output.page(options.format(), view, PackagesView::lines);
        }
    }

    /**
     * Makes a removal, unless only a pet has the name: who says {@code remove} may mean that.
     *
     * @throws PetNamed when nobody asked for a package of that name
     */
    void remove(@Nullable PetName named, PackageRequest request, PackageOptions options) {
        if (named == null) {
            request.names().forEach(name -> refuseIfPet(name.value()));
        }
        make(named, request, options);
    }

    /** Upgrades pets one after the other, or shows what that would do; {@return the exit status} */
    int upgrade(List<PetName> names, Each each, PackageOptions options) {
        var views = new ArrayList<PackagesView>();
        int status = each.run(names, name -> {
            var view = carryOut(name, PackageRequest.upgrade(), options);
            views.add(view);
            if (options.dryRun() && options.format() == Format.TABLE) {
                output.page(Format.TABLE, view, PackagesView::lines);
            }
        });
        if (options.format() == Format.JSON) {
            output.json(Map.of("upgrades", views));
        }
        return status;
    }

    /** {@return the pets to upgrade, when nobody names any} */
    List<PetName> pets(boolean all) {
        return all
                ? pets.get().list().stream().map(Pet::name).toList()
                : List.of(selection.require(null).name());
    }

    private void refuseIfPet(String name) {
        var all = pets.get();
        if (all.list().stream().anyMatch(pet -> pet.name().value().equals(name))
                && !all.withRequests(selection.require(null)).spec().packages().contains(name)) {
            throw new PetNamed(name);
        }
    }

    private PackagesView carryOut(PetName name, PackageRequest request, PackageOptions options) {
        var packages = pets.get().packages();
        var plan = packages.plan(name, request, narrator);
        var view = PackagesView.of(plan);
        if (options.dryRun()) {
            return view;
        }
        if (plan.isEmpty()) {
            narrator.confirm("The packages of '%s' are so already".formatted(name));
        } else {
            if (plan.changesAnything()) {
                consent.to(view.lines(new Page(Colors.PLAIN, 0)), "Change the pet '%s' like this?".formatted(name));
            }
            var outcome = packages.carryOut(plan, screen(options), options.grace(), narrator);
            narrator.confirm(sentence(plan, outcome));
            return PackagesView.of(plan, outcome);
        }
        return view;
    }

    private PackageScreen screen(PackageOptions options) {
        if (options.quiet()) {
            return PackageScreen.NONE;
        }
        boolean all = terminals.input() && terminals.output() && terminals.error();
        return all && options.format() == Format.TABLE ? PackageScreen.TERMINAL : PackageScreen.LINES;
    }

    private static String sentence(PackagePlan plan, PackageOutcome outcome) {
        var changes = outcome.changes();
        var generation = outcome.generation();
        if (generation == null) {
            return "The packages of '%s' were so already".formatted(plan.pet().name());
        }
        var what = changes == null ? "Packages" : count(changes.size());
        return "%s of '%s' changed; what it was is %s"
                .formatted(what, plan.pet().name(), generation);
    }

    private static String count(int number) {
        return number == 1 ? "1 package" : number + " packages";
    }
}
