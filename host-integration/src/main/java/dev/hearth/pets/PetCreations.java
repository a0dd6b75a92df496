package dev.hearth.pets;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import java.util.List;
import java.util.Optional;

/** Makes pets, and finds the images that they are made from. */
public final class PetCreations {
    private final ImageStore store;
    private final PetLocks locks;
    private final PetSweep sweep;
    private final PetPlans plans;
    private final PetCreation creation;
    private final LoginStart login;
    private final PetEntries entries;

    PetCreations(
            ImageStore store,
            PetLocks locks,
            PetSweep sweep,
            PetPlans plans,
            PetCreation creation,
            LoginStart login,
            PetEntries entries) {
        this.store = store;
        this.locks = locks;
        this.sweep = sweep;
        this.plans = plans;
        this.creation = creation;
        this.login = login;
        this.entries = entries;
    }

    /** {@return what {@link #create} would do; nothing is changed and nothing fetched} */
    public List<Step> plan(CreateRequest request) {
        return plans.steps(request);
    }

    /**
     * Makes a pet and leaves it running.
     *
     * @throws PetExists when the name is taken
     */
    public Pet create(CreateRequest request, Narrator narrator, Prompt prompt) {
        return create(request, List.of(), narrator, prompt);
    }

    /**
     * Makes a pet and leaves it running, or makes none.
     *
     * @param hooks commands that are run in it once all else is done
     * @throws PetExists when the name is taken
     * @throws HookFailed when one of the hooks fails
     */
    public Pet create(CreateRequest request, List<Hook> hooks, Narrator narrator, Prompt prompt) {
        var name = plans.name(request);
        try (var _ = locks.acquire(name, narrator)) {
            sweep.leftovers(name, narrator);
            creation.requireFree(name);
            if (request.autostart()) {
                login.units().prepare();
            }
            var plan = plans.resolve(name, request, narrator, prompt);
            var pet = creation.make(plan.name(), plan.spec(), plan.container(), hooks, narrator);
            login.follow(pet, narrator);
            entries.keep(pet);
            entries.names().forget();
            return pet;
        }
    }

    /**
     * Checks that a pet can have a name.
     *
     * @throws PetExists when it is taken
     */
    public void requireFree(PetName name) {
        creation.requireFree(name);
    }

    /** {@return the image that a request means, when it is here} */
    public Optional<LocalImage> image(CreateRequest request) {
        return plans.image(request);
    }

    /** {@return the image that a request means, fetched or made when it is not here} */
    public LocalImage obtainImage(CreateRequest request, Narrator narrator, Prompt prompt) {
        return plans.obtainImage(request, narrator, prompt);
    }

    /** {@return whether a pet was made from the image that a request means} */
    public boolean isMadeFrom(Pet pet, CreateRequest request) {
        var digests = store.find(pet.spec().imageId()).map(LocalImage::digests).orElse(List.of());
        return plans.isMadeFrom(pet.spec(), digests, request);
    }

    /** {@return the request for exactly one image, where there is a way to it; of digests only the digest counts} */
    public Optional<CreateRequest> pinned(CreateRequest request, String imageId, List<String> digests) {
        return plans.pinned(request, imageId, digests);
    }
}
