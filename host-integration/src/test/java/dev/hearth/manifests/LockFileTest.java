package dev.hearth.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.yaml.YamlError;
import dev.hearth.pets.PetName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    private static final PetName DEV = new PetName("dev");

    @TempDir
    Path directory;

    private Path manifest;

    @BeforeEach
    void place() {
        manifest = directory.resolve("hearth.yaml");
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var lock = new LockFile(Map.of(
                DEV,
                new LockedPet(
                        "sha256:12", List.of("quay.io/x@sha256:34"), Map.of("gcc", "4:12.2-3", "tzdata", "2025"))));
        Files.writeString(LockFile.of(manifest), lock.text());

        assertThat(LockFile.read(manifest)).isEqualTo(lock);
        assertThat(lock.require(DEV).packages()).containsEntry("tzdata", "2025");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        assertThatThrownBy(() -> LockFile.read(manifest)).isInstanceOf(LockMissing.class);

        Files.writeString(LockFile.of(manifest), "pets: {dev: {image: x}}\n");

        assertThatThrownBy(() -> LockFile.read(manifest))
                .isInstanceOf(YamlError.class)
                .hasMessageContaining("hearth.lock:1:14: The key 'image' is unknown");
        assertThatThrownBy(() -> new LockFile(Map.of()).require(DEV)).isInstanceOf(LockNotMet.class);
    }
}
