package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.generations.Generation;
import dev.hearth.generations.Generations;
import dev.hearth.images.LocalImage;
import dev.hearth.session.HostFacts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Makes pets that have what is in another one, and are what it is; from then on each is by itself.
 *
 * <p>The other is saved as a generation, which both share on the disk. A copy begins a history of its own, and a label of its
 * container tells where it comes from.
 */
public final class PetClones {
    /** Tells which generation of which pet a copy was made of. */
    static final String ORIGIN = "dev.hearth.cloned-from";

    private static final String ACTION = "clone";

    private final ContainerEngine engine;
    private final Account account;
    private final HostFacts host;
    private final PetReader pets;
    private final PetLocks locks;
    private final PetSweep sweep;
    private final PetRequests requests;
    private final PetSnapshots snapshots;
    private final Generations generations;
    private final PetContents contents;
    private final PetCreation creation;
    private final PetRequirements requirements;
    private final InstantSource clock;

    PetClones(
            ContainerEngine engine,
            Account account,
            HostFacts host,
            PetReader pets,
            PetLocks locks,
            PetSweep sweep,
            PetRequests requests,
            PetSnapshots snapshots,
            Generations generations,
            PetContents contents,
            PetCreation creation,
            PetRequirements requirements,
            InstantSource clock) {
        this.engine = engine;
        this.account = account;
        this.host = host;
        this.pets = pets;
        this.locks = locks;
        this.sweep = sweep;
        this.requests = requests;
        this.snapshots = snapshots;
        this.generations = generations;
        this.contents = contents;
        this.creation = creation;
        this.requirements = requirements;
        this.clock = clock;
    }

    /**
     * {@return what {@link #carryOut} would do; nothing is changed}
     *
     * @throws PetNotFound when there is no such pet
     * @throws PetExists when the new name is taken
     */
    public ClonePlan plan(PetName from, PetName to) {
        creation.requireFree(to);
        var snapshot = snapshots.plan(from);
        var pet = requests.with(snapshot.pet());
        var spec = spec(pet, to, snapshot.number().toString());
        var image = contents.of(pet);
        requirements.check(spec, image);
        var steps = new ArrayList<>(snapshot.steps());
        steps.add(new Step.TakeGeneration(snapshot.number()));
        steps.add(new Step.MakeContainer(request(pet, to, spec, image)));
        steps.add(new Step.SetUp(List.of()));
        spec.volumes().stream()
                .filter(volume -> !volume.isHostPath())
                .forEach(volume -> steps.add(new Step.ShareVolume(volume.target())));
        Inheritance.nameless(pet.spec(), pet.container())
                .forEach(volume -> steps.add(new Step.LeaveOut(volume.target())));
        steps.add(new Step.Name(to));
        return new ClonePlan(pet, snapshot, spec, SpecChange.between(pet.spec(), spec), steps);
    }

    /**
     * Makes the copy and leaves it running; the other pet goes on as it was.
     *
     * @param grace how long the other's processes may take to end, where they cannot be paused
     */
    public Pet carryOut(PetName from, PetName to, Duration grace, Narrator narrator) {
        creation.requireFree(to);
        var saved = snapshots.take(from, ACTION, "for '" + to + "'", false, grace, narrator);
        try (var _ = locks.acquire(to, narrator)) {
            sweep.leftovers(to, narrator);
            creation.requireFree(to);
            return make(requests.with(pets.get(from)), to, saved, narrator);
        } catch (Failure e) {
            forget(saved, e);
            throw e;
        }
    }

    private Pet make(Pet pet, PetName to, Generation saved, Narrator narrator) {
        var image = contents.copyFor(to, saved);
        try {
            var spec = spec(pet, to, saved.number().toString());
            requirements.check(spec, image);
            narrator.creating(to);
            creation.makeThen(
                    to,
                    spec,
                    request(pet, to, spec, image),
                    List.of(),
                    List.of(),
                    narrator,
                    id -> engine.rename(id, to.value()));
            narrator.created(to);
            return pets.get(to);
        } catch (Failure e) {
            contents.release(image);
            throw e;
        }
    }

    private ContainerRequest request(Pet pet, PetName to, PetSpec spec, LocalImage image) {
        var containers = new PetContainer(account, host, engine.facts());
        var inherited = Inheritance.of(containers, pet, new Successor(spec, image, pet.spec()));
        // The other pet keeps its nameless volumes to itself.
        var own = new Inheritance(List.of(), inherited.dropped(), inherited.overridesPath());
        return containers.request(new MakingName(to).toString(), spec, image, own);
    }

    /** What only one of two pets can have, or what would surprise, stays with the other: ports, the start at login. */
    private PetSpec spec(Pet pet, PetName to, String generation) {
        var spec = pet.spec();
        var labels = new LinkedHashMap<>(spec.labels());
        labels.keySet().removeIf(ReservedLabels::contain);
        labels.put(ORIGIN, pet.name() + " " + generation);
        return new PetSpec(
                        spec.owner(),
                        spec.image(),
                        spec.imageId(),
                        spec.home() instanceof Home.Overlay ? Home.Overlay.NEW : spec.home(),
                        spec.volumes(),
                        spec.environment(),
                        spec.packages(),
                        spec.init(),
                        spec.unshared(),
                        List.of(),
                        spec.devices(),
                        spec.withEngine(),
                        spec.limits(),
                        spec.platform(),
                        spec.hostname(),
                        labels,
                        false,
                        spec.idleStop(),
                        false,
                        spec.madeAnew(clock.instant()))
                .of(to);
    }

    /** Nothing was made of it. */
    private void forget(Generation saved, Failure failure) {
        try {
            generations.remove(saved);
        } catch (Failure e) {
            failure.addSuppressed(e);
        }
    }
}
