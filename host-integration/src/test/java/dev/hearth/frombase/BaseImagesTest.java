package dev.hearth.frombase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.images.FakeImageStore;
import dev.hearth.images.ImageReference;
import dev.hearth.pets.RecordingNarrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseImagesTest {
    @TempDir
    Path root;

    private final FakeImageStore store = new FakeImageStore();
    private final BaseImages images = new BaseImages(store, new ScriptedProcesses());
    private final RecordingNarrator narrator = new RecordingNarrator();

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(root.resolve("usr/bin"));
    }

    @Test
    void makesOneImageOfADeployment() {
        var tree = new BaseTree(root, "abc", "42.1");

        var image = images.ensure(tree, narrator);

        assertThat(image.names()).containsExactly("localhost/hearth/base:42.1");
        assertThat(BaseOrigin.read(image.labels())).contains(new BaseOrigin("abc", "42.1"));
        assertThat(images.ensure(tree, narrator)).isEqualTo(image);
        assertThat(store.images()).hasSize(1);
    }

    @Test
    void makesAnotherOfTheSameVersionWithOtherLayers() {
        var pure = images.ensure(new BaseTree(root, "abc", "42.1"), narrator);

        var layered = images.ensure(new BaseTree(root, "def", "42.1"), narrator);

        assertThat(layered.id()).isNotEqualTo(pure.id());
        assertThat(images.find(new BaseTree(root, "abc", "42.1"))).isEmpty();
    }

    @Test
    void leavesNoImageOfAPart() {
        var tree = new BaseTree(root.resolve("gone"), "abc", "42.1");

        assertThatThrownBy(() -> images.ensure(tree, narrator))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone");
        assertThat(store.images()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "42.20261101.0, 42.20261101.0",
        "13.2+nightly (test), 13.2-nightly-test-",
        "'', 0123456789ab",
        ".., 0123456789ab"
    })
    void callsItByTheVersion(String version, String tag) {
        var checksum = "0123456789abcdef";

        assertThat(new BaseTree(root, checksum, version).reference())
                .isEqualTo(new ImageReference("localhost", "hearth/base", tag, null));
    }
}
