package dev.hearth.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the fake to the contract, and shows what its registries answer. */
class FakeImageStoreTest extends ImageStoreContract {
    private static final ImageReference REFERENCE = ImageReference.parse("quay.io/toolbx/ubuntu-toolbox:24.04");

    private final FakeImageStore fake = new FakeImageStore();

    @Override
    protected ImageStore store() {
        return fake;
    }

    @Override
    protected void writeRootfs(Path tar, String text) {
        // The fake does not look into archives.
        try {
            Files.writeString(tar, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected void use(LocalImage image) {
        fake.use(image.id(), "it-container");
    }

    @Override
    protected void release() {
        fake.release("it-container");
    }

    @Override
    protected ImageReference published(String tag) {
        var reference = ImageReference.parse("quay.io/it/image:" + tag);
        fake.withPublished(reference, Map.of("made.by", "a registry"));
        return reference;
    }

    @Override
    protected ImageReference unpublished(String tag) {
        return ImageReference.parse("quay.io/it/missing:" + tag);
    }

    @Override
    protected ImageReference forMembers(String tag) {
        return failing("members.example", tag, new LoginRequired("it/image", "members.example"));
    }

    @Override
    protected ImageReference forged() {
        return failing("forged.example", "1", new DigestMismatch("it/image", "another digest"));
    }

    @Override
    protected ImageReference unreachable(String tag) {
        return failing("gone.example", tag, new RegistryUnreachable("gone.example", "no such host"));
    }

    private ImageReference failing(String domain, String tag, Failure failure) {
        fake.withRegistry(domain, failure);
        return ImageReference.parse(domain + "/it/image:" + tag);
    }

    @Test
    void pullsWhatItsRegistriesHave() {
        fake.withPublished(REFERENCE, Map.of("a", "b"));
        var progress = new ArrayList<Transfer>();

        var image = fake.pull(REFERENCE, null, progress::add);

        assertThat(image.names()).isEqualTo(List.of(REFERENCE.toString()));
        assertThat(fake.find(REFERENCE.toString())).contains(image);
        assertThat(progress).containsExactly(new Transfer.Part("layer", "Downloading", image.size(), image.size()));
    }

    @Test
    void failsAsItsRegistriesDo() {
        fake.withRegistry("quay.io", new RegistryUnreachable("quay.io", "no route to host"));

        assertThatThrownBy(() -> fake.pull(REFERENCE, null, _ -> {})).isInstanceOf(RegistryUnreachable.class);
        assertThatThrownBy(() -> fake.pull(ImageReference.parse("docker.io/no/such:1"), null, _ -> {}))
                .isInstanceOf(ImageNotFound.class);
        assertThat(fake.images()).isEmpty();
    }
}
