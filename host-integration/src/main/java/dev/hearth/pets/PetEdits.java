package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.session.HostFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Changes what pets are, and keeps what is in them. */
public final class PetEdits {
    private final ContainerEngine engine;
    private final Account account;
    private final HostFacts host;
    private final PetReader pets;
    private final PetLocks locks;
    private final PetSweep sweep;
    private final PetStart start;
    private final PetRequirements requirements;
    private final PetContents contents;
    private final PetReplacement replacement;
    private final PetHomes homes;
    private final LoginStart login;

    PetEdits(
            ContainerEngine engine,
            Account account,
            HostFacts host,
            PetReader pets,
            PetLocks locks,
            PetSweep sweep,
            PetStart start,
            PetRequirements requirements,
            PetContents contents,
            PetReplacement replacement,
            PetHomes homes,
            LoginStart login) {
        this.engine = engine;
        this.account = account;
        this.host = host;
        this.pets = pets;
        this.locks = locks;
        this.sweep = sweep;
        this.start = start;
        this.requirements = requirements;
        this.contents = contents;
        this.replacement = replacement;
        this.homes = homes;
        this.login = login;
    }

    /**
     * {@return what {@link #carryOut} would do; nothing is changed}
     *
     * @throws PetNotFound when there is no such pet
     */
    public EditPlan plan(PetName name, PetEdit edit) {
        var pet = pets.get(name);
        var spec = edit.applied(pet.spec()).of(name);
        var changes = SpecChange.between(pet.spec(), spec);
        return new EditPlan(pet, spec, changes, changes.isEmpty() ? List.of() : steps(pet, spec));
    }

    /**
     * Makes the pet anew as it is asked to be, with all that is in it; one that ran runs again.
     *
     * @param grace how long its processes may take to end
     * @throws UnmergedChanges when it is to have another home and would lose what it wrote to the one that it has
     */
    public Pet carryOut(PetName name, PetEdit edit, Duration grace, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            sweep.leftovers(name, narrator);
            var plan = plan(name, edit);
            if (plan.isEmpty()) {
                return plan.pet();
            }
            requireMerged(plan);
            var changed = replace(plan, grace, narrator);
            if (changed.spec().autostart() != plan.pet().spec().autostart()) {
                login.follow(changed, narrator);
            }
            return changed;
        }
    }

    /** What a pet wrote to the home that it reads goes with that. */
    private void requireMerged(EditPlan plan) {
        if (!(plan.spec().home() instanceof Home.Overlay)) {
            int lost = homes.unmerged(plan.pet());
            if (lost > 0) {
                throw new UnmergedChanges(plan.pet().name(), lost);
            }
        }
    }

    private Pet replace(EditPlan plan, Duration grace, Narrator narrator) {
        var old = plan.pet();
        boolean running = old.isRunning();
        if (running) {
            narrator.stopping(old.name());
            engine.stop(old.container().id(), grace);
        }
        try {
            narrator.keepingContent(old.name());
            var content = contents.keep(old);
            try {
                return replacement.replace(old, plan.spec(), content, running, narrator);
            } catch (Failure e) {
                contents.release(content);
                throw e;
            }
        } catch (Failure e) {
            startAgain(old, running, e, narrator);
            throw e;
        }
    }

    private void startAgain(Pet old, boolean running, Failure failure, Narrator narrator) {
        if (running) {
            try {
                start.bringUp(old.name(), old.spec(), old.container().id(), List.of(), narrator);
            } catch (Failure e) {
                // The first failure is the one to tell; the pet is there, and the next entry starts it.
                failure.addSuppressed(e);
            }
        }
    }

    private List<Step> steps(Pet pet, PetSpec spec) {
        var image = contents.of(pet);
        requirements.check(spec, image);
        var containers = new PetContainer(account, host, engine.facts());
        var inheritance = Inheritance.of(containers, pet, spec);
        var request = containers.request(new MakingName(pet.name()).toString(), spec, image, inheritance);
        var steps = new ArrayList<Step>();
        if (pet.isRunning()) {
            steps.add(new Step.Stop());
        }
        steps.add(new Step.KeepContent());
        steps.add(new Step.MakeContainer(request));
        steps.add(new Step.SetUp(List.of()));
        Inheritance.nameless(pet.spec(), pet.container()).stream()
                .filter(volume -> !inheritance.volumes().contains(volume))
                .forEach(volume -> steps.add(new Step.LoseVolume(volume.target())));
        steps.add(new Step.Replace(pet.name(), pet.isRunning()));
        if (spec.withEngine() && !pet.spec().withEngine()) {
            steps.add(Step.ShareEngine.with(engine.facts()));
        }
        if (spec.autostart() && !pet.spec().autostart()) {
            steps.add(new Step.StartAtLogin());
        }
        return steps;
    }
}
