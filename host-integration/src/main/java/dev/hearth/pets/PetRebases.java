package dev.hearth.pets;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Account;
import dev.hearth.core.process.Processes;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerGone;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.LocalImage;
import dev.hearth.session.HostFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes pets anew of other images, with the packages that were asked for.
 *
 * <p>Whether these can be had there is found out in a container of the image while the pet goes on.
 */
public final class PetRebases {
    private static final String ACTION = "rebase";

    private final ContainerEngine engine;
    private final PetImages images;
    private final Processes processes;
    private final PetReader pets;
    private final PetLocks locks;
    private final UnfinishedChanges unfinished;
    private final PetStarts starts;
    private final PetRequests requests;
    private final PetTransition transition;
    private final Account account;
    private final HostFacts host;
    private final PrivateDirectory state;

    PetRebases(
            ContainerEngine engine,
            PetImages images,
            Processes processes,
            PetReader pets,
            PetLocks locks,
            UnfinishedChanges unfinished,
            PetStarts starts,
            PetRequests requests,
            PetTransition transition,
            Account account,
            HostFacts host,
            PrivateDirectory state) {
        this.engine = engine;
        this.images = images;
        this.processes = processes;
        this.pets = pets;
        this.locks = locks;
        this.unfinished = unfinished;
        this.starts = starts;
        this.requests = requests;
        this.transition = transition;
        this.account = account;
        this.host = host;
        this.state = state;
    }

    /** Gets hold of the image, so that it can be tried. */
    public void obtain(PetName name, Rebase rebase, Narrator narrator, Prompt prompt) {
        var platform = pets.get(name).spec().platform();
        images.obtain(images.wanted(rebase.request()), platform, narrator, prompt);
    }

    /**
     * {@return what {@link #carryOut} would do; the pet goes on, and is started when it is to take files along}
     *
     * @throws NotOwnFile when it is to take along what is not its own
     * @throws PackagesRefused when what was asked for cannot be had together
     */
    public RebasePlan plan(PetName name, Rebase rebase, Narrator narrator) {
        startIf(!rebase.carried().isEmpty(), name, narrator);
        try (var _ = locks.acquire(name, narrator)) {
            unfinished.settle(name, narrator);
            var pet = requests.with(pets.get(name));
            var carried = ownFiles(pet).named(rebase.carried());
            var wanted = images.wanted(rebase.request());
            var present = images.present(wanted, pet.spec().platform());
            var image =
                    present.orElseGet(() -> PetPlans.unseen(wanted, pet.spec().platform()));
            var all = pet.spec().of(image, pet.spec().packages());
            // First what costs nothing to find out.
            steps(pet, all, image, present.isPresent(), carried);
            var missing = present.isPresent() ? missing(pet, all, carried, narrator) : null;
            var spec = all.withPackages(without(all.packages(), missing));
            return new RebasePlan(
                    pet,
                    spec,
                    present.orElse(null),
                    wanted.text(),
                    SpecChange.between(pet.spec(), spec),
                    carried,
                    missing,
                    steps(pet, spec, image, present.isPresent(), carried));
        }
    }

    /**
     * Makes the pet anew, without what is missing; one that ran runs again.
     *
     * @param grace how long its processes may take to end
     * @throws PackagesUnchanged when the package manager fails there; the pet is what it was
     */
    public Pet carryOut(RebasePlan plan, PackageScreen screen, Duration grace, Narrator narrator) {
        var name = plan.pet().name();
        var image = plan.image();
        if (image == null) {
            throw new ImageNotFound(plan.wanted());
        }
        startIf(!plan.carried().isEmpty(), name, narrator);
        try (var _ = locks.acquire(name, narrator)) {
            unfinished.settle(name, narrator);
            var old = requests.with(pets.get(name));
            var spec = old.spec().of(image, without(old.spec().packages(), plan.missing()));
            try (var carried = CarriedFiles.of(engine, old, plan.carried(), state)) {
                return transition.carryOut(
                        old,
                        ACTION,
                        plan.wanted(),
                        new Successor(spec, image, null),
                        (id, saved) -> {
                            carried.unpack(id);
                            replay(name, spec, id, screen, narrator).install(saved.number());
                        },
                        grace,
                        narrator);
            }
        }
    }

    /** The pet's own programs pack what it takes along. */
    private void startIf(boolean needed, PetName name, Narrator narrator) {
        if (needed) {
            var _ = starts.start(name, narrator);
        }
    }

    private OwnFiles ownFiles(Pet pet) {
        return new OwnFiles(
                new PetMounts(account, host, engine.facts().storage()).of(pet.spec()),
                pet.container().volumes());
    }

    private List<Step> steps(Pet pet, PetSpec spec, LocalImage image, boolean present, List<ContainerPath> carried) {
        var filling = new ArrayList<Step>();
        if (!carried.isEmpty()) {
            filling.add(new Step.CarryOver(carried));
        }
        if (!spec.packages().isEmpty()) {
            filling.add(new Step.Replay(spec.packages()));
        }
        var steps = new ArrayList<Step>();
        steps.add(new Step.ObtainImage(spec.image(), present));
        steps.addAll(transition.steps(pet, new Successor(spec, image, null), filling));
        return steps;
    }

    private List<String> missing(Pet pet, PetSpec spec, List<ContainerPath> paths, Narrator narrator) {
        try (var carried = CarriedFiles.of(engine, pet, paths, state)) {
            if (spec.packages().isEmpty()) {
                return List.of();
            }
            narrator.settingUp(pet.name(), "Looking for what was asked for in " + spec.image());
            return new TrialContainer(engine).of(pet.name(), spec, id -> {
                carried.unpack(id);
                return replay(pet.name(), spec, id, PackageScreen.NONE, narrator)
                        .missing();
            });
        }
    }

    private Replay replay(PetName name, PetSpec spec, ContainerId id, PackageScreen screen, Narrator narrator) {
        var pet = new Pet(name, spec, engine.find(id.value()).orElseThrow(() -> new ContainerGone(id.value())));
        return new Replay(new PetPackageManager(engine, processes, pet, screen, narrator), pet);
    }

    private static List<String> without(List<String> packages, @Nullable List<String> missing) {
        return missing == null
                ? packages
                : packages.stream().filter(name -> !missing.contains(name)).toList();
    }
}
