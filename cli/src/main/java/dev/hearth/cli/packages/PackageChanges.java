package dev.hearth.cli.packages;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.commands.KnownAnswers;
import dev.hearth.packages.PackageRequest;
import dev.hearth.pets.PackageOutcome;
import dev.hearth.pets.PackagePlan;
import dev.hearth.pets.PackageScreen;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes the packages of pets: shows what that would do, asks, and does it. */
public final class PackageChanges {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final Placing placing;
    private final KnownAnswers answers;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Screens screens;
    private final Output output;

    public PackageChanges(
            Supplier<Pets> pets,
            PetSelection selection,
            Placing placing,
            KnownAnswers answers,
            ConsoleNarrator narrator,
            Consent consent,
            Screens screens,
            Output output) {
        this.pets = pets;
        this.selection = selection;
        this.placing = placing;
        this.answers = answers;
        this.narrator = narrator;
        this.consent = consent;
        this.screens = screens;
        this.output = output;
    }

    /**
     * Makes an installation in the pet that is named or meant, or shows it; on the host, and where none is named, only what can
     * live in a pet.
     *
     * @param sysroot whose base could have the packages, too; the host's when absent
     */
    void install(@Nullable PetName named, PackageRequest request, @Nullable Path sysroot, PackageOptions options) {
        boolean first = !options.dryRun() && selection.find(named).isEmpty();
        var pet = first ? placing.firstPet() : named;
        make(pet, request, options, plan -> {
            if (!plan.isEmpty() && !selection.isSaid(named)) {
                placing.answer(plan, sysroot);
            }
        });
    }

    private void make(
            @Nullable PetName named, PackageRequest request, PackageOptions options, Consumer<PackagePlan> look) {
        var view = carryOut(selection.require(named).name(), request, options, look);
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
        make(named, request, options, _ -> {});
    }

    /** Upgrades pets, several at once, or shows what that would do; {@return the exit status} */
    int upgrade(List<PetName> names, Each each, PackageOptions options) {
        var packages = pets.get().packages();
        var plans = new ConcurrentHashMap<PetName, PackagePlan>();
        int status =
                each.together(names, name -> plans.put(name, packages.plan(name, PackageRequest.upgrade(), narrator)));
        var planned = names.stream()
                .distinct()
                .filter(plans::containsKey)
                .map(plans::get)
                .toList();
        var views = new ConcurrentHashMap<PetName, PackagesView>();
        planned.forEach(plan -> views.put(plan.pet().name(), PackagesView.of(plan)));
        if (options.dryRun()) {
            return shown(planned, views, status, options);
        }
        planned.stream().filter(PackagePlan::isEmpty).forEach(this::tellUnchanged);
        var changing = planned.stream().filter(plan -> !plan.isEmpty()).toList();
        ask(changing);
        var screen = changing.size() > 1 ? screens.ofSeveral(options.quiet()) : screen(options);
        int changed = each.together(changing, plan -> views.put(plan.pet().name(), change(plan, screen, options)));
        return shown(planned, views, status == ExitStatus.OK ? changed : status, options);
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

    private PackagesView carryOut(
            PetName name, PackageRequest request, PackageOptions options, Consumer<PackagePlan> look) {
        var plan = pets.get().packages().plan(name, request, narrator);
        look.accept(plan);
        if (options.dryRun()) {
            return PackagesView.of(plan);
        }
        if (plan.isEmpty()) {
            tellUnchanged(plan);
            return PackagesView.of(plan);
        }
        ask(List.of(plan));
        return change(plan, screen(options), options);
    }

    private void ask(List<PackagePlan> plans) {
        var changing = plans.stream().filter(PackagePlan::changesAnything).toList();
        if (changing.size() == 1) {
            var plan = changing.getFirst();
            consent.to(
                    lines(plan),
                    "Change the pet '%s' like this?".formatted(plan.pet().name()));
        } else if (!changing.isEmpty()) {
            var lines = changing.stream().map(PackageChanges::lines).flatMap(List::stream);
            consent.to(lines.toList(), "Change these %d pets like this?".formatted(changing.size()));
        }
    }

    private PackagesView change(PackagePlan plan, PackageScreen screen, PackageOptions options) {
        var outcome = pets.get().packages().carryOut(plan, screen, options.grace(), narrator);
        answers.forget();
        narrator.confirm(sentence(plan, outcome));
        return PackagesView.of(plan, outcome);
    }

    private void tellUnchanged(PackagePlan plan) {
        narrator.confirm(
                "The packages of '%s' are so already".formatted(plan.pet().name()));
    }

    private int shown(List<PackagePlan> plans, Map<PetName, PackagesView> views, int status, PackageOptions options) {
        var inOrder = plans.stream().map(plan -> views.get(plan.pet().name())).toList();
        if (options.format() == Format.JSON) {
            output.json(Map.of("upgrades", inOrder));
        } else if (options.dryRun()) {
            inOrder.forEach(view -> output.page(Format.TABLE, view, PackagesView::lines));
        }
        return status;
    }

    private PackageScreen screen(PackageOptions options) {
        return screens.of(options.quiet(), options.format());
    }

    private static List<String> lines(PackagePlan plan) {
        return PackagesView.of(plan).lines(new Page(Colors.PLAIN, 0));
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
