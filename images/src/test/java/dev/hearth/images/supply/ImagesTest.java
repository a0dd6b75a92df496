package dev.hearth.images.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.OsRelease;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.DigestMismatch;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageReference;
import dev.hearth.images.LocalImage;
import dev.hearth.images.LoginRequired;
import dev.hearth.images.Platform;
import dev.hearth.images.PlatformNotOffered;
import dev.hearth.images.RegistryUnreachable;
import dev.hearth.images.bootstrap.Bootstrap;
import dev.hearth.images.bootstrap.BootstrapHost;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.images.trust.ImageRejected;
import dev.hearth.images.trust.Trust;
import dev.hearth.images.trust.TrustPolicy;
import dev.hearth.images.trust.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
    private static final OsRelease DEBIAN_12 = OsRelease.parse("ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n");
    private static final String REGISTRY = "quay.io/toolbx-images/debian-toolbox:12";
    private static final String LOCAL = "localhost/hearth/debian:12";
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
    private final RegistryUnreachable unreachable = new RegistryUnreachable("quay.io", "no route to host");
    private static final Platform AMD64 = Platform.linux("amd64");
    private static final Platform ARM64 = Platform.linux("arm64");
    private static final Prompt UNASKED = question -> {
        throw new AssertionError("not expected: " + question);
    };

    private final MemoryImageStore store = new MemoryImageStore();
    private final RecordingNarrator narrator = new RecordingNarrator();
    private final PretendedMmdebstrap mmdebstrap = new PretendedMmdebstrap();

    @TempDir
    private Path directory;

    @BeforeEach
    void makeAHost() throws IOException {
        var apt = Files.createDirectories(directory.resolve("host/etc/apt"));
        Files.writeString(apt.resolve("sources.list"), "deb http://mirror.example.org/debian bookworm main\n");
        Files.createDirectories(directory.resolve("scratch"));
    }

    @Test
    void usesAnImageThatIsHereWithoutAnyNetwork() {
        store.with(REGISTRY, Map.of());

        var image = ensure(UNASKED);

        assertThat(image.names()).containsExactly(REGISTRY);
        assertThat(store.network()).isEmpty();
        assertThat(narrator.told()).isEmpty();
    }

    @Test
    void prefersTheImageThatItMadeItself() {
        store.with(REGISTRY, Map.of()).with(LOCAL, Map.of());

        assertThat(ensure(UNASKED).names()).containsExactly(LOCAL);
    }

    @Test
    void pullsWhatIsNotHere() {
        store.withPublished(REGISTRY, DIGEST);

        var image = ensure(UNASKED);

        assertThat(image.digests()).containsExactly("quay.io/toolbx-images/debian-toolbox@" + DIGEST);
        assertThat(narrator.told()).containsExactly("pulling " + REGISTRY, "ready " + REGISTRY);
    }

    @Test
    void makesTheImageFromPackagesWhenTheRegistryDoesNotAnswerAndTheUserAgrees() {
        var asked = new ArrayList<String>();
        store.withRegistry(unreachable);

        var image = ensure(question -> asked.add(question));

        assertThat(asked).containsExactly("Make an image of Debian 12 from its packages instead?");
        assertThat(narrator.told())
                .containsExactly(
                        "pulling " + REGISTRY, "unreachable " + REGISTRY, "bootstrapping Debian 12", "ready " + LOCAL);
        assertThat(image.names()).containsExactly(LOCAL);
        assertThat(image.labels())
                .containsOnlyKeys(
                        "dev.hearth-image.recipe",
                        "dev.hearth-image.recipe-version",
                        "dev.hearth-image.base",
                        "dev.hearth-image.packages")
                .containsEntry("dev.hearth-image.base", "the packages of Debian 12");
    }

    @Test
    void makesTheImageOnlyOnce() {
        store.withRegistry(unreachable);

        ensure(_ -> true);
        ensure(UNASKED);

        assertThat(mmdebstrap.made()).isEqualTo(1);
        assertThat(store.network()).containsExactly(REGISTRY);
    }

    @Test
    void makesNothingWhenTheUserDoesNotAgree() {
        store.withRegistry(unreachable);

        assertThat(catchThrowable(() -> ensure(_ -> false))).isInstanceOf(Declined.class);
        assertThat(mmdebstrap.made()).isZero();
        assertThat(store.images()).isEmpty();
    }

    @Test
    void doesNotAskWhenThereIsNoOtherWay() {
        store.withRegistry(unreachable);
        var images = images();

        assertThat(catchThrowable(() -> images.ensure(images.choose("arch", null), null, narrator, UNASKED)))
                .isSameAs(unreachable);
        assertThat(catchThrowable(() -> images.ensure(images.choose("debian", "12"), ARM64, narrator, UNASKED)))
                .isSameAs(unreachable);
    }

    @Test
    void passesOtherFailuresOn() {
        assertThat(catchThrowable(() -> ensure(UNASKED))).isInstanceOf(ImageNotFound.class);

        var login = new LoginRequired(REGISTRY, "quay.io");
        store.withRegistry(login);
        assertThat(catchThrowable(() -> ensure(UNASKED))).isSameAs(login);
    }

    @Test
    void takesAPinnedImageOfTheRightDigest() {
        var pinned = ImageReference.parse("quay.io/a/b@" + DIGEST);
        store.withPublished(pinned.toString(), DIGEST);

        assertThat(images().pull(pinned, null, narrator).digests()).containsExactly("quay.io/a/b@" + DIGEST);
    }

    @Test
    void removesAPinnedImageOfAnotherDigest() {
        var pinned = ImageReference.parse("quay.io/a/b@" + DIGEST);
        store.withPublished(pinned.toString(), DIGEST.replace('0', '1'));

        var failure = catchThrowableOfType(DigestMismatch.class, () -> images().pull(pinned, null, narrator));

        assertThat(failure)
                .hasMessage("What the registry sent for the image '" + pinned
                        + "' does not have the right digest: another image came, and was removed again");
        assertThat(store.images()).isEmpty();
    }

    @Test
    void pullsWhatIsHereForAnotherPlatformOnly() {
        store.with(REGISTRY, Map.of()).withPublished(REGISTRY, DIGEST).withPlatform("linux/arm64");
        var reference = ImageReference.parse(REGISTRY);

        assertThat(images().ensure(reference, AMD64, narrator).platform()).isEqualTo(AMD64);
        assertThat(store.network()).isEmpty();
        assertThat(images().ensure(reference, ARM64, narrator).platform()).isEqualTo(ARM64);
        assertThat(store.network()).containsExactly(REGISTRY);
        assertThat(images().ensure(reference, null, narrator).platform()).isEqualTo(ARM64);
    }

    @Test
    void takesNoImageOfACatalogueForAnotherPlatform() {
        store.with(LOCAL, Map.of()).withPublished(REGISTRY, DIGEST).withPlatform("linux/arm64");
        var images = images();

        var image = images.ensure(images.choose("debian", "12"), ARM64, narrator, UNASKED);

        assertThat(image.names()).containsExactly(REGISTRY);
    }

    @Test
    void removesWhatCameForAnotherPlatform() {
        store.withPublished(REGISTRY, DIGEST);
        var reference = ImageReference.parse(REGISTRY);

        assertThat(catchThrowableOfType(PlatformNotOffered.class, () -> images().pull(reference, ARM64, narrator)))
                .hasMessage("The registry has no image '" + REGISTRY + "' for linux/arm64");
        assertThat(store.images()).isEmpty();
    }

    @Test
    void saysWhenALocalImageIsForAnotherPlatform() {
        store.with(LOCAL, Map.of());
        var reference = ImageReference.parse(LOCAL);

        assertThat(catchThrowableOfType(PlatformNotOffered.class, () -> images().ensure(reference, ARM64, narrator)))
                .hasMessage("The image '" + LOCAL + "' is here, but not for linux/arm64, and no registry has it");
    }

    @Test
    void makesAnImageFromPackagesForThisMachineWhenItIsNamed() {
        store.withRegistry(unreachable);
        var images = images();

        var image = images.ensure(images.choose("debian", "12"), AMD64, narrator, _ -> true);

        assertThat(image.names()).containsExactly(LOCAL);
    }

    @Test
    void asksNoRegistryForWhatThePolicyForbids() throws IOException {
        var policy = Files.createDirectories(directory.resolve("etc/containers"));
        Files.writeString(policy.resolve("policy.json"), "{\"default\": [{\"type\": \"reject\"}]}");

        assertThat(catchThrowable(() -> ensure(UNASKED))).isInstanceOf(ImageRejected.class);
        assertThat(store.network()).isEmpty();
    }

    @Test
    void asksNoRegistryForLocalNames() {
        var failure = catchThrowable(() -> images().ensure(ImageReference.parse("localhost/x:1"), null, narrator));

        assertThat(failure).isInstanceOf(ImageNotFound.class);
        assertThat(store.network()).isEmpty();
    }

    @Test
    void buildsFromTheContainerfile() {
        var images = images();

        var image = images.build(images.choose("debian", "12"), narrator, UNASKED);

        assertThat(store.network()).containsExactly("docker.io/library/debian:12");
        assertThat(image.names()).containsExactly(LOCAL);
        assertThat(image.labels())
                .isEqualTo(Map.of(
                        "dev.hearth-image.recipe", "debian",
                        "dev.hearth-image.recipe-version", "1",
                        "dev.hearth-image.base", "docker.io/library/debian:12"));
    }

    @Test
    void listsWhatCanBeHadAndWhatIsHere() {
        store.with(REGISTRY, Map.of())
                .with("quay.io/toolbx/ubuntu-toolbox:22.04", Map.of())
                .with("registry.access.redhat.com/ubi9/toolbox:9.6", Map.of())
                .with("localhost/mine:1", Map.of("dev.hearth-image.recipe", "debian"))
                .with("quay.io/forged:1", Map.of("dev.hearth-image.recipe", "debian"))
                .with("docker.io/library/postgres:16", Map.of());

        assertThat(images().available())
                .hasSize(9)
                .filteredOn(AvailableImage::isHere)
                .extracting(available -> available.choice().toString(), AvailableImage::isDefault)
                .containsExactly(tuple("rhel 9.6", false), tuple("debian 12", true));
        assertThat(images().local())
                .extracting(LocalImage::displayName)
                .containsExactly(
                        REGISTRY,
                        "quay.io/toolbx/ubuntu-toolbox:22.04",
                        "registry.access.redhat.com/ubi9/toolbox:9.6",
                        "localhost/mine:1");
    }

    @Test
    void tellsWhichDistributionAnImageIs() {
        var made = Map.of("dev.hearth-image.recipe", "debian");
        store.with(LOCAL, made)
                .with("localhost/mine:1", made)
                .with(REGISTRY, Map.of())
                .with("quay.io/toolbx-images/centos-toolbox:stream10", Map.of())
                .with("registry.access.redhat.com/ubi9/toolbox:9.6", Map.of())
                .with("quay.io/forged:1", made);

        assertThat(store.images())
                .extracting(image -> images().distribution(image).orElse(""))
                .containsExactly("debian 12", "debian", "debian 12", "centos 10", "rhel 9.6", "");
    }

    @Test
    void saysHowFarAnImageIsTrusted() {
        store.with(REGISTRY, Map.of())
                .with(
                        LOCAL,
                        Map.of(
                                "dev.hearth-image.recipe", "debian",
                                "dev.hearth-image.recipe-version", "1",
                                "dev.hearth-image.base", "the packages of Debian 12"));

        assertThat(images().show(REGISTRY).trust())
                .isEqualTo(new Trust(
                        Trust.Verdict.ACCEPTED, "this host has no policy on images, and nothing is verified"));
        assertThat(images().show(LOCAL).trust())
                .isEqualTo(new Trust(
                        Trust.Verdict.MADE_HERE,
                        "hearth made it on this host by version 1 of its recipe 'debian',"
                                + " from the packages of Debian 12"));
        assertThat(catchThrowable(() -> images().show("absent"))).isInstanceOf(ImageNotFound.class);
    }

    @Test
    void removesImages() {
        store.with(REGISTRY, Map.of());

        images().remove(REGISTRY);

        assertThat(store.images()).isEmpty();
    }

    private LocalImage ensure(Prompt prompt) {
        var images = images();
        return images.ensure(images.choose(null, null), null, narrator, prompt);
    }

    private Images images() {
        var account = new Account("me", ownUid(), 1, List.of(), "", directory, Path.of("/bin/sh"));
        var host = new BootstrapHost(
                directory.resolve("host"),
                DEBIAN_12,
                account,
                directory.resolve("cache"),
                directory.resolve("scratch"),
                "the test");
        var maker = new ImageMaker(host, new Bootstrap(host, mmdebstrap), store);
        var policy = TrustPolicy.read(directory.resolve("config"), directory.resolve("etc"));
        return new Images(Catalogue.load(List.of()), DEBIAN_12, store, maker, policy, Verification.NOT_POSSIBLE, AMD64);
    }

    private static int ownUid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
