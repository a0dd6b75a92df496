package dev.hearth.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import dev.hearth.images.DigestMismatch;
import dev.hearth.images.ImageConfiguration;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import dev.hearth.images.LoginRequired;
import dev.hearth.images.PushBroken;
import dev.hearth.images.PushDenied;
import dev.hearth.images.RegistryUnreachable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of pulls from a real registry, and of pulls that something comes between. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class RegistryCases {
    private static final String PATH = "it/image";
    private static final long HALF_A_LAYER = 4 << 20;
    /** Less than the answers to a whole push. */
    private static final long LITTLE = 700;

    @TempDir
    private Path directory;

    private final ImageStore store;
    private final String tag = UUID.randomUUID().toString().substring(0, 13);

    RegistryCases(ItEngine engine) {
        this.store = new RealImages(engine).store();
    }

    @BeforeEach
    void requireTheRegistry() {
        boolean there = Files.isExecutable(Path.of("/usr/bin/docker-registry"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there)
                    .as("docker-registry is installed; ./verify installs it")
                    .isTrue();
        }
        Assumptions.assumeTrue(there, "docker-registry is not installed");
    }

    @AfterEach
    void removeWhatWasPulled() {
        store.images().stream()
                .filter(image -> image.names().stream().anyMatch(name -> name.endsWith(":" + tag)))
                .map(LocalImage::id)
                .forEach(store::remove);
    }

    @Test
    void pullsTheWholeOnceTheLineThatWasCutIsMended() throws Exception {
        try (var registry = RealRegistry.open(directory);
                var proxy = new CuttingProxy(registry.port(), HALF_A_LAYER)) {
            registry.push(PATH, tag);
            var reference = named(proxy.port());

            assertFails(reference, RegistryUnreachable.class);
            assertThat(proxy.isCut()).isTrue();

            proxy.mend();
            assertThat(store.pull(reference, null, _ -> {}).names()).containsExactly(reference.toString());
        }
    }

    @Test
    void takesNothingThatWasDamagedInTheRegistry() throws Exception {
        try (var registry = RealRegistry.open(directory)) {
            registry.push(PATH, tag);
            registry.damageLayers();

            assertFails(named(registry.port()), DigestMismatch.class);
        }
    }

    @Test
    void knowsWhatTheRegistryDoesNotHave() throws Exception {
        try (var registry = RealRegistry.open(directory)) {
            assertFails(named(registry.port()), ImageNotFound.class);

            registry.push(PATH, "other");
            assertFails(named(registry.port()), ImageNotFound.class);
            assertFails(
                    ImageReference.parse("127.0.0.1:%d/%s@sha256:%s".formatted(registry.port(), PATH, "0".repeat(64))),
                    ImageNotFound.class);
        }
    }

    @Test
    void asksForALoginWhereTheRegistryDoes() throws Exception {
        try (var registry = RealRegistry.forMembers(directory)) {
            assertFails(named(registry.port()), LoginRequired.class);
        }
    }

    @Test
    void sendsAnImageThatComesBackTheSame() throws Exception {
        try (var registry = RealRegistry.open(directory)) {
            var reference = named(registry.port());
            var sent = imported(reference);

            store.push(reference, _ -> {});
            store.remove(reference.toString());

            assertThat(store.pull(reference, null, _ -> {}).layers()).isEqualTo(sent.layers());
        }
    }

    @Test
    void saysThatTheRegistryTakesNothingFromNobody() throws Exception {
        try (var registry = RealRegistry.forMembers(directory)) {
            var reference = named(registry.port());
            imported(reference);

            assertThatThrownBy(() -> store.push(reference, _ -> {})).isInstanceOf(PushDenied.class);
        }
    }

    @Test
    void saysThatTheRegistryBrokeOff() throws Exception {
        try (var registry = RealRegistry.open(directory);
                var proxy = new CuttingProxy(registry.port(), LITTLE)) {
            var reference = named(proxy.port());
            imported(reference);

            assertThatThrownBy(() -> store.push(reference, _ -> {})).isInstanceOf(PushBroken.class);
            assertThat(proxy.isCut()).isTrue();

            proxy.mend();
            store.push(reference, _ -> {});
        }
    }

    private LocalImage imported(ImageReference reference) {
        var tar = directory.resolve("image.tar");
        RealImages.writeRootfs(tar, tag);
        return store.importRootfs(tar, reference, new ImageConfiguration(Map.of(), List.of(), List.of()), _ -> {});
    }

    private void assertFails(ImageReference reference, Class<? extends Failure> failure) {
        var before = store.images();

        assertThatThrownBy(() -> store.pull(reference, null, _ -> {})).isInstanceOf(failure);
        assertThat(store.images()).isEqualTo(before);
    }

    private ImageReference named(int port) {
        return ImageReference.parse("127.0.0.1:%d/%s:%s".formatted(port, PATH, tag));
    }
}
