package dev.hearth.between;

import dev.hearth.core.failure.Failure;
import dev.hearth.flatpaks.FlatpakUpdate;
import dev.hearth.flatpaks.Flatpaks;
import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.os.Change;
import dev.hearth.os.host.PlainHost;
import dev.hearth.packages.PackageRequest;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PackageOutcome;
import dev.hearth.pets.PackagePlan;
import dev.hearth.pets.PackageScreen;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.PetNotFound;
import dev.hearth.pets.Pets;
import dev.hearth.pets.Step;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Upgrades the base, Flatpaks and pets under one id, part by part, and undoes it.
 *
 * <p>Each part succeeds or fails by itself: what is newer in one is worth having without the others.
 */
public final class WholeUpgrades {
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);
    private static final Change ROLLBACK = new Change.Rollback(Change.Configuration.OLD);

    private final BaseLayers base;
    private final Supplier<Pets> pets;
    private final Flatpaks flatpaks;
    private final UpgradeJournal journal;
    private final InstantSource clock;
    private final RandomGenerator random;

    public WholeUpgrades(
            BaseLayers base,
            Supplier<Pets> pets,
            Flatpaks flatpaks,
            UpgradeJournal journal,
            InstantSource clock,
            RandomGenerator random) {
        this.base = base;
        this.pets = pets;
        this.flatpaks = flatpaks;
        this.journal = journal;
        this.clock = clock;
        this.random = random;
    }

    /** {@return what upgrading the base takes; empty when there is nothing newer, or no base} */
    public List<String> planBase() {
        try {
            return base.mayBeNewer() ? onBase(base.plan(UPGRADE)) : List.of();
        } catch (PlainHost _) {
            return List.of();
        }
    }

    /** {@return the Flatpaks of which there is something newer} */
    public List<FlatpakUpdate> planFlatpaks() {
        return flatpaks.updates();
    }

    /** {@return the pets that can be upgraded: one for a session is that session's alone} */
    public List<PetName> pets() {
        return pets.get().list().stream()
                .filter(pet -> !pet.spec().ephemeral())
                .map(Pet::name)
                .toList();
    }

    /** {@return what upgrading a pet takes; it is started if it does not run} */
    public PackagePlan planPet(PetName pet, Narrator narrator) {
        return pets.get().packages().plan(pet, PackageRequest.upgrade(), narrator);
    }

    /** {@return steps of the base, as people read them} */
    private static List<String> onBase(List<String> steps) {
        return MoveSteps.onBase(steps).toList();
    }

    /** {@return the steps of a pet, as people read them} */
    public static List<String> inPet(PackagePlan plan) {
        return MoveSteps.inPet(plan.pet().name(), plan.steps().stream().map(Step::line))
                .toList();
    }

    /**
     * {@return an upgrade that begins, written down}
     *
     * @param withBase whether the base is a part of it
     */
    public WholeUpgrade begin(boolean withBase, List<PetName> names, List<FlatpakUpdate> updates) {
        var step = withBase ? new WholeUpgrade.BaseStep(base.deployments().getFirst(), null) : null;
        return journal.keep(new WholeUpgrade(UpgradeId.fresh(random), clock.instant(), step, names, updates, false));
    }

    /** Upgrades the base; {@return the upgrade with what that came to} */
    public WholeUpgrade upgradeBase(WholeUpgrade upgrade) {
        var step = upgrade.base();
        if (step == null) {
            return upgrade;
        }
        try {
            base.requireChangeable();
            base.carryOut(UPGRADE, upgrade.id().value());
        } catch (Failure e) {
            journal.keep(upgrade.with(null));
            throw e;
        }
        var after = base.deployments().getFirst();
        boolean same = after.equals(step.before());
        return journal.keep(upgrade.with(same ? null : new WholeUpgrade.BaseStep(step.before(), after)));
    }

    /** Upgrades a pet; what it was bears the id. */
    public PackageOutcome upgradePet(
            UpgradeId id, PackagePlan plan, PackageScreen screen, Duration grace, Narrator narrator) {
        return pets.get().packages().carryOut(plan, id.value(), screen, grace, narrator);
    }

    /** Brings a Flatpak up to date. */
    public void upgradeFlatpak(FlatpakUpdate update, Consumer<String> line) {
        flatpaks.update(update, line);
    }

    /**
     * {@return what undoing an upgrade takes}
     *
     * @throws UpgradeNotFound when nothing is known of it
     * @throws UpgradeOver when it was undone already
     */
    public WholeUndo planUndo(UpgradeId id) {
        var upgrade = journal.get(id);
        if (upgrade.undone()) {
            throw new UpgradeOver(id);
        }
        var present = upgrade.pets().stream()
                .flatMap(pet -> before(pet, id).map(number -> new WholeUndo.PetStep(pet, number)).stream())
                .toList();
        return new WholeUndo(upgrade, returnsBase(upgrade.base()), present);
    }

    /** A base that is what it was needs nothing; whether another one can be returned is found out when it is. */
    private boolean returnsBase(WholeUpgrade.@Nullable BaseStep step) {
        return step != null && !base.deployments().getFirst().equals(step.before());
    }

    private Optional<GenerationNumber> before(PetName pet, UpgradeId id) {
        try {
            return pets.get().generations().past().history(pet).generations().stream()
                    .filter(generation -> generation.label().equals(id.value()))
                    .map(Generation::number)
                    .findFirst();
        } catch (PetNotFound _) {
            return Optional.empty();
        }
    }

    /** {@return the steps of an undo, as people read them} */
    public List<String> steps(WholeUndo undo) {
        var steps = new ArrayList<String>();
        if (undo.base()) {
            steps.addAll(onBase(base.plan(ROLLBACK)));
        }
        undo.upgrade()
                .flatpaks()
                .forEach(each -> steps.add("Return the Flatpak %s to what it was".formatted(each.name())));
        for (var step : undo.pets()) {
            var plan = pets.get().generations().rollbacks().plan(step.pet(), step.generation());
            MoveSteps.inPet(step.pet(), plan.steps().stream().map(Step::line)).forEach(steps::add);
        }
        return steps;
    }

    /**
     * Boots the deployment of before next.
     *
     * @throws BaseMovedOn when the base was changed since
     */
    public void undoBase(WholeUndo undo) {
        var step = undo.upgrade().base();
        if (!undo.base() || step == null) {
            return;
        }
        var deployments = base.deployments();
        boolean asLeft = step.after() == null || deployments.getFirst().equals(step.after());
        if (!asLeft || deployments.size() < 2 || !deployments.get(1).equals(step.before())) {
            throw new BaseMovedOn(undo.upgrade().id());
        }
        base.requireChangeable();
        base.carryOut(ROLLBACK, "undo of " + undo.upgrade().id());
    }

    /** Returns a pet to what it was; what it is by now is saved, too. */
    public void undoPet(WholeUndo.PetStep step, Duration grace, Narrator narrator) {
        var _ = pets.get().generations().rollbacks().carryOut(step.pet(), step.generation(), grace, narrator);
    }

    /** Returns a Flatpak to what it was. */
    public void undoFlatpak(FlatpakUpdate update, Consumer<String> line) {
        flatpaks.undo(update, line);
    }

    /** Notes that all of it is undone. */
    public void undone(WholeUndo undo) {
        journal.keep(undo.upgrade().asUndone());
    }
}
