package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.images.ImageReference;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import dev.hearth.session.HostFacts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out what making a pet takes: the same for carrying it out and for only showing it. */
final class PetPlans {
    private final ContainerEngine engine;
    private final PetImages images;
    private final Account account;
    private final HostFacts host;
    private final PetRequirements requirements;
    private final InstantSource clock;

    PetPlans(
            ContainerEngine engine,
            PetImages images,
            Account account,
            HostFacts host,
            PetRequirements requirements,
            InstantSource clock) {
        this.engine = engine;
        this.images = images;
        this.account = account;
        this.host = host;
        this.requirements = requirements;
        this.clock = clock;
    }

    /** A pet that can be made: its image is there. */
    record Plan(PetName name, PetSpec spec, ContainerRequest container) {}

    /** {@return the name that the pet is going to have} */
    PetName name(CreateRequest request) {
        var asked = request.name();
        return asked == null ? images.wanted(request).petName() : asked;
    }

    /** {@return the steps of making the pet, in order; nothing is changed and nothing fetched} */
    List<Step> steps(CreateRequest request) {
        var wanted = images.wanted(request);
        var present = images.present(wanted, request.platform());
        var name = name(request);
        var plan = plan(name, request, present.orElseGet(() -> unseen(wanted, request.platform())));
        var steps = new ArrayList<Step>();
        steps.add(new Step.ObtainImage(wanted.text(), present.isPresent()));
        steps.add(new Step.MakeContainer(plan.container()));
        steps.add(new Step.SetUp(request.packages()));
        if (request.withEngine()) {
            steps.add(Step.ShareEngine.with(engine.facts()));
        }
        steps.add(new Step.Name(name));
        if (request.autostart()) {
            steps.add(new Step.StartAtLogin());
        }
        return List.copyOf(steps);
    }

    /**
     * {@return whether a pet was made from the image that a request means}
     *
     * @param digests by which registries know its image
     */
    boolean isMadeFrom(PetSpec spec, List<String> digests, CreateRequest request) {
        var wanted = images.wanted(request);
        return wanted.isCalled(spec.image())
                || images.present(wanted, request.platform())
                        .map(image -> image.id().equals(spec.imageId()))
                        .orElseGet(() -> digests.stream().anyMatch(wanted::isOneByDigest));
    }

    /**
     * {@return the request for one image and no other: the one that is here, or else the one that the registry of the asked
     * image has by a digest; nothing where there is neither}
     *
     * @param digests of which only the digest itself counts: where an image comes from is the request's to say
     */
    Optional<CreateRequest> pinned(CreateRequest request, String imageId, List<String> digests) {
        var wanted = images.wanted(request);
        boolean here = images.present(wanted, request.platform())
                .filter(image -> image.id().equals(imageId))
                .isPresent();
        if (here) {
            return Optional.of(request);
        }
        var home = request.home() == null ? new Home.Shared() : request.home();
        return digests.stream()
                .map(digest -> digest.substring(digest.lastIndexOf('@') + 1))
                .map(digest -> ImageReference.parse(wanted.origin().name() + "@" + digest))
                .map(reference -> request.onto(reference.toString(), null, null, home, List.of(), Map.of()))
                .findFirst();
    }

    Optional<LocalImage> image(CreateRequest request) {
        return images.present(images.wanted(request), request.platform());
    }

    LocalImage obtainImage(CreateRequest request, Narrator narrator, Prompt prompt) {
        return images.obtain(images.wanted(request), request.platform(), narrator, prompt);
    }

    /** Gets hold of the image and works out the rest. */
    Plan resolve(PetName name, CreateRequest request, Narrator narrator, Prompt prompt) {
        var wanted = images.wanted(request);
        // First what costs nothing to find out: a home that is not there should not cost a download.
        plan(name, request, unseen(wanted, request.platform()));
        return plan(name, request, images.obtain(wanted, request.platform(), narrator, prompt));
    }

    private Plan plan(PetName name, CreateRequest request, LocalImage image) {
        var spec = spec(request, image).of(name);
        requirements.check(spec, image);
        var container = new PetContainer(account, host, engine.facts());
        return new Plan(name, spec, container.request(new MakingName(name).toString(), spec, image));
    }

    private PetSpec spec(CreateRequest request, LocalImage image) {
        var home = request.home();
        return new PetSpec(
                account.uid(),
                image.displayName(),
                image.id(),
                home == null ? new Home.Shared() : home,
                request.volumes(),
                request.environment(),
                request.packages(),
                request.init(),
                request.unshared(),
                request.ports(),
                request.devices(),
                request.withEngine(),
                request.limits(),
                request.platform(),
                request.hostname(),
                request.labels(),
                request.autostart(),
                request.idleStop(),
                request.ephemeral(),
                clock.instant());
    }

    /** Stands for an image before it is here, when only its name is known and what it is to be for. */
    static LocalImage unseen(WantedImage wanted, @Nullable Platform platform) {
        return new LocalImage(
                "", List.of(wanted.text()), List.of(), Map.of(), 0, Instant.EPOCH, platform, List.of(), 0);
    }
}
