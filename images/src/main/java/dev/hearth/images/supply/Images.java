package dev.hearth.images.supply;

import dev.hearth.core.host.OsRelease;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.DigestMismatch;
import dev.hearth.images.ImageNarrator;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.InvalidImageReference;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import dev.hearth.images.PlatformNotOffered;
import dev.hearth.images.RegistryUnreachable;
import dev.hearth.images.bootstrap.Bootstrap;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.images.catalogue.ImageChoice;
import dev.hearth.images.trust.Trust;
import dev.hearth.images.trust.TrustPolicy;
import dev.hearth.images.trust.Verification;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What users do with images. */
public final class Images {
    private final Catalogue catalogue;
    private final OsRelease host;
    private final ImageStore store;
    private final ImageMaker maker;
    private final TrustPolicy policy;
    private final Verification verification;
    private final Platform own;

    /**
     * Works on the images of one engine.
     *
     * @param own what the engine's machine is
     */
    public Images(
            Catalogue catalogue,
            OsRelease host,
            ImageStore store,
            ImageMaker maker,
            TrustPolicy policy,
            Verification verification,
            Platform own) {
        this.catalogue = catalogue;
        this.host = host;
        this.store = store;
        this.maker = maker;
        this.policy = policy;
        this.verification = verification;
        this.own = own;
    }

    /**
     * {@return what a user means by a distribution and a release, either of which may be left out}
     *
     * @throws dev.hearth.images.catalogue.UnknownDistribution when the catalogue has none of that name
     * @throws dev.hearth.images.catalogue.InvalidRelease when its releases look otherwise
     */
    public ImageChoice choose(@Nullable String distribution, @Nullable String release) {
        return catalogue.resolve(distribution, release, host);
    }

    /**
     * Gets hold of the image of a choice: one that is here for the platform, without any network; else the registry's;
     * else, when that does not answer and the user agrees, one made from packages.
     *
     * @param platform whichever the image that is here is for, else the engine's own, when absent
     * @throws RegistryUnreachable when the registry does not answer and there is no other way
     * @throws Declined when the user does not agree to the other way
     */
    public LocalImage ensure(ImageChoice choice, @Nullable Platform platform, ImageNarrator narrator, Prompt prompt) {
        return here(choice, platform)
                .orElseGet(() -> orBootstrapped(
                        choice,
                        platform,
                        () -> pull(choice.registryReference(), platform, narrator),
                        narrator,
                        prompt));
    }

    /**
     * Gets hold of an image by its name: one that is here for the platform, without any network, else the registry's.
     *
     * @throws PlatformNotOffered when it is for other platforms only
     */
    public LocalImage ensure(ImageReference reference, @Nullable Platform platform, ImageNarrator narrator) {
        return here(reference, platform).orElseGet(() -> pull(reference, platform, narrator));
    }

    /** {@return the image of a choice that is here for a platform, or for any when that is absent} */
    public Optional<LocalImage> here(ImageChoice choice, @Nullable Platform platform) {
        return here(choice.localReference(), platform).or(() -> here(choice.registryReference(), platform));
    }

    /** {@return the image of a name that is here for a platform, or for any when that is absent} */
    public Optional<LocalImage> here(ImageReference reference, @Nullable Platform platform) {
        return store.find(reference.toString()).filter(image -> image.isFor(platform));
    }

    /** {@return what the catalogue offers, each distribution in its default release} */
    public List<AvailableImage> available() {
        var usual = choose(null, null);
        return catalogue.distributions().stream()
                .map(distribution -> choose(distribution.id(), null))
                .map(choice -> new AvailableImage(
                        choice,
                        choice.equals(usual),
                        Bootstrap.isPossible(choice),
                        here(choice, null).isPresent()))
                .toList();
    }

    /** {@return the images that are here and that hearth made, or that the catalogue knows} */
    public List<LocalImage> local() {
        return store.images().stream()
                .filter(image ->
                        ImageLabels.isMadeHere(image) || image.names().stream().anyMatch(catalogue::knows))
                .toList();
    }

    /** {@return the distribution, and the release if it can be told, of an image that is here} */
    public Optional<String> distribution(LocalImage image) {
        return image.names().stream()
                .flatMap(name -> catalogue.recognise(name).stream())
                .map(ImageChoice::toString)
                .findFirst()
                .or(() -> ImageLabels.recipe(image));
    }

    /**
     * {@return an image that is here, and how far it is trusted}
     *
     * @throws ImageNotFound when it is not here
     */
    public ImageDetails show(String nameOrId) {
        var image = store.find(nameOrId).orElseThrow(() -> new ImageNotFound(nameOrId));
        return new ImageDetails(image, trust(image));
    }

    /**
     * Fetches an image from its registry, also when it is here already.
     *
     * @throws dev.hearth.images.trust.ImageRejected when the host's policy forbids it
     * @throws DigestMismatch when another image came than the one asked for
     * @throws PlatformNotOffered when it is for other platforms only
     */
    public LocalImage pull(ImageReference reference, @Nullable Platform platform, ImageNarrator narrator) {
        if (reference.isLocal()) {
            throw platform != null && here(reference, null).isPresent()
                    ? PlatformNotOffered.here(reference.toString(), platform)
                    : new ImageNotFound(reference.toString());
        }
        policy.enforce(reference, verification);
        narrator.pulling(reference);
        var image = pullExactly(reference, platform, narrator);
        narrator.imageReady(reference);
        return image;
    }

    /**
     * Makes the image of a choice, as its recipe says: from the registry's base image or, when the registry does not
     * answer and the user agrees, from packages.
     */
    public LocalImage build(ImageChoice choice, ImageNarrator narrator, Prompt prompt) {
        return orBootstrapped(choice, null, () -> maker.build(choice, narrator), narrator, prompt);
    }

    /** Makes the image of a choice from packages, whether or not a registry would answer. */
    public LocalImage bootstrap(ImageChoice choice, ImageNarrator narrator) {
        return maker.bootstrap(choice, narrator);
    }

    /**
     * Removes an image.
     *
     * @throws ImageNotFound when there is none
     * @throws dev.hearth.images.ImageInUse when a container was made from it
     */
    public void remove(String nameOrId) {
        store.remove(nameOrId);
    }

    private LocalImage orBootstrapped(
            ImageChoice choice,
            @Nullable Platform platform,
            Supplier<LocalImage> fromRegistry,
            ImageNarrator narrator,
            Prompt prompt) {
        try {
            return fromRegistry.get();
        } catch (RegistryUnreachable unreachable) {
            narrator.registryUnreachable(choice.registryReference(), unreachable.message());
            // Packages are run while an image is made of them, so it can only be for this machine.
            if ((platform != null && !platform.equals(own)) || !Bootstrap.isPossible(choice)) {
                throw unreachable;
            }
            if (!prompt.confirm("Make an image of " + choice.distribution().name() + " " + choice.release()
                    + " from its packages instead?")) {
                throw new Declined();
            }
            return maker.ensureBootstrapped(choice, narrator);
        }
    }

    /** Not all engines notice when a registry hands out another image than was asked for. */
    private LocalImage pullExactly(ImageReference reference, @Nullable Platform platform, ImageNarrator narrator) {
        var digest = reference.digest();
        var before = store.images();
        var image = store.pull(reference, platform, narrator::transferred);
        if (digest != null && image.digests().stream().noneMatch(known -> known.endsWith("@" + digest))) {
            removeUnless(before, image);
            throw new DigestMismatch(reference.toString(), "another image came, and was removed again");
        }
        if (platform != null && !image.isFor(platform)) {
            removeUnless(before, image);
            throw PlatformNotOffered.byRegistry(reference.toString(), platform);
        }
        return image;
    }

    /** What was here before under another name is not what a pull brought. */
    private void removeUnless(List<LocalImage> before, LocalImage image) {
        if (before.stream().noneMatch(known -> known.id().equals(image.id()))) {
            store.remove(image.id());
        }
    }

    private Trust trust(LocalImage image) {
        if (ImageLabels.isMadeHere(image)) {
            return new Trust(Trust.Verdict.MADE_HERE, ImageLabels.origin(image));
        }
        try {
            return image.names().isEmpty()
                    ? new Trust(Trust.Verdict.UNKNOWN, "it has no name that a policy could apply to")
                    : policy.verdict(ImageReference.parse(image.names().getFirst()));
        } catch (InvalidImageReference e) {
            return new Trust(Trust.Verdict.UNKNOWN, "its name is none that a policy could apply to");
        }
    }
}
