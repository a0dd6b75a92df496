package dev.hearth.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every image store does for hearth, whichever engine keeps it; the fake too. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ImageStoreContract {
    private static final ImageConfiguration CONFIGURATION = new ImageConfiguration(
            Map.of("dev.example.word", "spaces, = and $HOME"), List.of("GREETING=good day"), List.of("/bin/sh"));

    @TempDir
    private Path directory;

    private final String word = UUID.randomUUID().toString().substring(0, 13);
    private final ImageReference name = ImageReference.parse("localhost/it/image:" + word);
    private final List<String> made = new ArrayList<>();

    /** {@return the store under test, the same one through a whole test} */
    protected abstract ImageStore store();

    /** Writes a tar archive of a root file system with one file of this text. */
    protected abstract void writeRootfs(Path tar, String text);

    /** Makes a container of an image, so that the image cannot be removed. */
    protected abstract void use(LocalImage image);

    /** Removes the containers that {@link #use} made. */
    protected abstract void release();

    /** {@return the name of an image that a registry hands out to everybody} */
    protected abstract ImageReference published(String tag);

    /** {@return the name of an image that a registry does not have} */
    protected abstract ImageReference unpublished(String tag);

    /** {@return the name of an image that a registry hands out to whom it knows} */
    protected abstract ImageReference forMembers(String tag);

    /** {@return the digest of an image for which a registry hands out something else} */
    protected abstract ImageReference forged();

    /** {@return the name of an image in a registry that does not answer} */
    protected abstract ImageReference unreachable(String tag);

    @AfterEach
    void removeWhatWasMade() {
        release();
        // The youngest first: one may be built on another.
        for (var id : made.reversed()) {
            store().find(id).ifPresent(_ -> store().remove(id));
        }
    }

    @Test
    void makesAnImageFromARootFileSystem() {
        var image = imported(name, "one");

        assertThat(image.names()).containsExactly(name.toString());
        assertThat(image.id()).matches("sha256:[0-9a-f]{64}");
        assertThat(image.labels()).isEqualTo(CONFIGURATION.labels());
        assertThat(image.environment()).contains("GREETING=good day");
        assertThat(image.size()).isPositive();
        assertThat(store().layers(image.id())).isPositive().isLessThanOrEqualTo(image.size());
        assertThat(store().find(name.toString())).contains(image);
    }

    @Test
    void findsAnImageByNameOrIdOrBeginningOfId() {
        var image = imported(name, "one");

        assertThat(store().find(image.id())).contains(image);
        assertThat(store().find(image.id().substring("sha256:".length(), 30))).contains(image);
        assertThat(store().find("localhost/it/none:" + word)).isEmpty();
        assertThat(store().find("0".repeat(64))).isEmpty();
    }

    @Test
    void listsImagesByName() {
        var second = imported(name.withTag("b-" + word), "two");
        var first = imported(name.withTag("a-" + word), "one");

        var mine = store().images().stream()
                .map(LocalImage::id)
                .filter(id -> made.contains(id))
                .toList();

        assertThat(mine).containsExactly(first.id(), second.id());
    }

    @Test
    void givesANameToTheLatestImageOfIt() {
        var old = imported(name, "one");
        var latest = imported(name, "two");

        assertThat(latest.id()).isNotEqualTo(old.id());
        assertThat(store().find(name.toString())).contains(latest);
        assertThat(store().find(old.id()).map(LocalImage::names)).contains(List.of());
    }

    @Test
    void removesAnImage() {
        imported(name, "one");

        store().remove(name.toString());

        assertThat(store().find(name.toString())).isEmpty();
        assertThatThrownBy(() -> store().remove(name.toString()))
                .isInstanceOf(ImageNotFound.class)
                .hasMessage("There is no image '" + name + "'");
    }

    @Test
    void keepsAnImageThatAContainerWasMadeFrom() {
        var image = imported(name, "one");
        use(image);

        assertThatThrownBy(() -> store().remove(name.toString()))
                .isInstanceOf(ImageInUse.class)
                .hasMessageMatching("The image '" + name + "' is in use by 'it-.*'");
        assertThat(store().find(name.toString())).contains(image);
    }

    @Test
    void takesImagesAsTheyAreAndHandsOutTheirLayers() {
        var lower = layer("one");
        var upper = layer("two");
        var below = name.withTag("below-" + word);
        store().load(List.of(
                new LayeredImage(List.of(below), CONFIGURATION, "amd64", Instant.EPOCH, List.of(lower)),
                new LayeredImage(
                        List.of(name, name.withTag("too-" + word)),
                        new ImageConfiguration(
                                Map.of("it", "{\"a\": \"$b\"}"), List.of("GREETING=good day"), List.of()),
                        "amd64",
                        Instant.EPOCH,
                        List.of(lower, upper))));
        made.add(store().find(below.toString()).orElseThrow().id());

        var image = store().find(name.toString()).orElseThrow();
        made.add(image.id());

        assertThat(image.names())
                .containsExactlyInAnyOrder(
                        name.toString(), name.withTag("too-" + word).toString());
        assertThat(image.labels()).isEqualTo(Map.of("it", "{\"a\": \"$b\"}"));
        assertThat(image.environment()).contains("GREETING=good day");
        assertThat(image.layers()).isEqualTo(2);
        assertThat(store().save(image.id(), directory))
                .hasSize(2)
                .allSatisfy(saved -> assertThat(saved.file()).exists());
        store().remove(name.withTag("too-" + word).toString());
    }

    private ImageLayer layer(String text) {
        try {
            var tar = Files.createTempFile(directory, "layer", ".tar");
            writeRootfs(tar, text);
            return new ImageLayer(tar, "sha256:" + Sha256.of(Files.readString(tar)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void buildsAnImageOnAnother() {
        imported(name, "one");
        containerfile("ARG WORD", "FROM " + name, "ARG WORD", "ENV SECOND=$WORD");
        var target = name.withTag("built-" + word);
        var lines = new ArrayList<Transfer>();

        var image = store().build(directory, target, Map.of("WORD", "two"), Map.of("made.by", "a test"), lines::add);
        made.add(image.id());

        assertThat(image.names()).containsExactly(target.toString());
        assertThat(image.environment()).contains("GREETING=good day", "SECOND=two");
        assertThat(image.labels()).containsAllEntriesOf(CONFIGURATION.labels()).containsEntry("made.by", "a test");
        assertThat(lines).isNotEmpty();
    }

    @Test
    void registersNothingWhenABuildFails() {
        imported(name, "one");
        containerfile("FROM " + name, "COPY no-such-file /");
        var target = name.withTag("built-" + word);

        assertThatThrownBy(() -> store().build(directory, target, Map.of(), Map.of(), _ -> {}))
                .isInstanceOf(BuildFailed.class)
                .hasMessageContaining("no-such-file");
        assertThat(store().find(target.toString())).isEmpty();
    }

    @Test
    void makesAnImageOfAStream() throws IOException {
        var tar = directory.resolve("rootfs-stream.tar");
        writeRootfs(tar, "stream");
        try (var stream = Files.newInputStream(tar)) {
            made.add(store().importRootfs(stream, name, CONFIGURATION).id());
        }

        assertThat(store().find(name.toString()).orElseThrow().labels()).isEqualTo(CONFIGURATION.labels());
    }

    @Test
    void derivesAnImageOfTheSameLayers() {
        var image = imported(name, "one");

        var derived = store().derive(image.id(), Map.of("dev.example.more", "", "dev.example.word", "other"));
        made.add(derived.id());

        assertThat(derived.id()).isNotEqualTo(image.id());
        assertThat(derived.names()).isEmpty();
        assertThat(derived.labels()).containsEntry("dev.example.more", "").containsEntry("dev.example.word", "other");
        assertThat(derived.environment()).contains("GREETING=good day");
        assertThat(derived.layers()).isEqualTo(image.layers()).isEqualTo(1);
        assertThatThrownBy(() -> store().derive("sha256:" + "0".repeat(64), Map.of()))
                .isInstanceOf(Failure.class);
    }

    @Test
    void namesAnImageOnceMore() {
        var image = imported(name, "one");
        var other = name.withTag("other-" + word);

        store().tag(image.id(), other);
        assertThat(store().find(image.id()).orElseThrow().names())
                .containsExactlyInAnyOrder(name.toString(), other.toString());
        store().remove(name.toString());

        assertThat(store().find(other.toString()).orElseThrow().id()).isEqualTo(image.id());
        assertThat(store().find(name.toString())).isEmpty();
    }

    @Test
    void pullsAnImage() {
        var reference = published(word);
        var progress = new ArrayList<Transfer>();

        var image = store().pull(reference, null, progress::add);
        made.add(image.id());

        assertThat(image.names()).containsExactly(reference.toString());
        assertThat(image.labels()).containsEntry("made.by", "a registry");
        assertThat(store().find(reference.toString())).contains(image);
        assertThat(progress).isNotEmpty();
    }

    @Test
    void registersNothingWhenAPullFails() {
        assertFails(unpublished(word), ImageNotFound.class);
        assertFails(forMembers(word), LoginRequired.class);
        assertFails(forged(), DigestMismatch.class);
        assertFails(unreachable(word), RegistryUnreachable.class);
    }

    private void assertFails(ImageReference reference, Class<? extends Failure> failure) {
        assertThatThrownBy(() -> store().pull(reference, null, _ -> {})).isInstanceOf(failure);
        assertThat(store().find(reference.toString())).isEmpty();
    }

    private void containerfile(String... lines) {
        try {
            Files.write(directory.resolve("Containerfile"), List.of(lines));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private LocalImage imported(ImageReference reference, String text) {
        var tar = directory.resolve("rootfs-" + text + ".tar");
        writeRootfs(tar, text);
        var image = store().importRootfs(tar, reference, CONFIGURATION, _ -> {});
        made.add(image.id());
        return image;
    }
}
