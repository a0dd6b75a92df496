package dev.hearth.cli.everything;

import dev.hearth.between.WholeUpgrade;
import dev.hearth.between.WholeUpgrades;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.packages.UpgradeOfEverything;
import dev.hearth.commands.KnownAnswers;
import dev.hearth.flatpaks.FlatpakUpdate;
import dev.hearth.pets.PackagePlan;
import dev.hearth.pets.PackageScreen;
import dev.hearth.pets.PetName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Upgrades the base, Flatpaks and all pets: shows one plan, asks once, and goes on where a part fails. */
public final class EverythingUpgrade implements UpgradeOfEverything {
    private final Function<@Nullable Path, WholeUpgrades> upgrades;
    private final Each each;
    private final KnownAnswers answers;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Output output;

    /**
     * Upgrades with these.
     *
     * @param upgrades those of the host's base, or of a sysroot
     */
    public EverythingUpgrade(
            Function<@Nullable Path, WholeUpgrades> upgrades,
            Each each,
            KnownAnswers answers,
            ConsoleNarrator narrator,
            Consent consent,
            Output output) {
        this.upgrades = upgrades;
        this.each = each;
        this.answers = answers;
        this.narrator = narrator;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public int run(Request request) {
        var whole = upgrades.apply(request.sysroot());
        var found = new Found();
        int status = found.by(whole);
        var steps = found.steps();
        if (request.dryRun()) {
            output.page(request.format(), found.view(steps), WholeView::lines);
            return status;
        }
        if (steps.isEmpty()) {
            narrator.confirm("There is nothing newer");
            if (request.format() == Format.JSON) {
                output.page(Format.JSON, found.view(steps), WholeView::lines);
            }
            return status;
        }
        var lines = new ArrayList<>(found.said());
        lines.addAll(found.view(steps).lines(new Page(Colors.PLAIN, 0)));
        consent.to(lines, "Upgrade all of this?");
        return carryOut(whole, found, status, request);
    }

    private int carryOut(WholeUpgrades whole, Found found, int planned, Request request) {
        var begun = whole.begin(!found.base.isEmpty(), found.names(), found.flatpaks);
        var id = begun.id();
        var done = new ArrayList<>(List.of(begun));
        int base = each.run(List.of(begun), upgrade -> done.add(whole.upgradeBase(upgrade)));
        int flatpaks = each.run(found.flatpaks, update -> whole.upgradeFlatpak(update, narrator::say));
        var screen = request.quiet() ? PackageScreen.NONE : PackageScreen.NAMED_LINES;
        int pets = each.together(found.changing(), plan -> {
            var outcome = whole.upgradePet(id, plan, screen, request.grace(), narrator);
            narrator.confirm(
                    "The pet '%s' is up to date; what it was is %s".formatted(outcome.name(), outcome.generation()));
        });
        answers.forget();
        int status = first(planned, base, flatpaks, pets);
        tell(done.getLast(), status);
        if (request.format() == Format.JSON) {
            var state = status == ExitStatus.OK ? "done" : "incomplete";
            output.page(Format.JSON, WholeView.ended(done.getLast(), state, found.steps()), WholeView::lines);
        }
        return status;
    }

    private void tell(WholeUpgrade upgrade, int status) {
        if (upgrade.base() != null && upgrade.base().after() != null) {
            narrator.confirm("The base is up to date with the next boot");
        }
        if (status != ExitStatus.OK) {
            narrator.warning("Not all of it could be upgraded");
        }
        narrator.say("`hearth rollback --everything %s` undoes it".formatted(upgrade.id()));
    }

    private static int first(int... statuses) {
        for (int status : statuses) {
            if (status != ExitStatus.OK) {
                return status;
            }
        }
        return ExitStatus.OK;
    }

    /** What is newer. */
    private final class Found {
        private final List<String> base = new ArrayList<>();
        private final List<FlatpakUpdate> flatpaks = new ArrayList<>();
        private final List<PetName> asked = new ArrayList<>();
        private final ConcurrentHashMap<PetName, PackagePlan> plans = new ConcurrentHashMap<>();

        /** Asks each part, and {@return the status of the first that could not tell} */
        int by(WholeUpgrades whole) {
            var parts = List.<Runnable>of(
                    () -> base.addAll(whole.planBase()),
                    () -> flatpaks.addAll(whole.planFlatpaks()),
                    () -> asked.addAll(whole.pets()));
            int status = each.run(parts, Runnable::run);
            return first(status, each.together(asked, pet -> plans.put(pet, whole.planPet(pet, narrator))));
        }

        List<PackagePlan> changing() {
            return asked.stream()
                    .filter(plans::containsKey)
                    .map(pet -> Objects.requireNonNull(plans.get(pet)))
                    .filter(PackagePlan::changesAnything)
                    .toList();
        }

        List<PetName> names() {
            return changing().stream().map(plan -> plan.pet().name()).toList();
        }

        List<String> steps() {
            var steps = new ArrayList<>(base);
            flatpaks.forEach(each -> steps.add("Update the Flatpak " + each.name()));
            changing().forEach(plan -> steps.addAll(WholeUpgrades.inPet(plan)));
            return steps;
        }

        /** What the package managers say they would do. */
        List<String> said() {
            return changing().stream()
                    .flatMap(plan -> plan.said().stream().map(line -> plan.pet().name() + ": " + line))
                    .toList();
        }

        WholeView view(List<String> steps) {
            return WholeView.planned(!base.isEmpty(), flatpaks, names(), steps);
        }
    }
}
