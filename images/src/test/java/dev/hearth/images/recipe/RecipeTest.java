package dev.hearth.images.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.images.ImageReference;
import dev.hearth.images.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeTest {

    static Stream<String> recipes() {
        return Catalogue.load(List.of()).distributions().stream()
                .flatMap(distribution -> Stream.ofNullable(distribution.recipe()));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void isComplete(String id, @TempDir Path directory) throws IOException {
        var recipe = Recipe.read(id);

        recipe.writeContainerfile(directory);

        assertThat(recipe.version()).isPositive();
        assertThat(ImageReference.parse(recipe.baseFor("1.2")).domain()).isNotNull();
        assertThat(Files.readString(directory.resolve("Containerfile")))
                .contains("\nARG BASE\nFROM ${BASE}\n")
                .contains("sudo");
    }

    @ParameterizedTest
    @CsvSource({
        "debian, mmdebstrap",
        "ubuntu, mmdebstrap",
        "fedora, dnf",
        "centos, dnf",
        "rhel, dnf",
        "arch, none",
        "alpine, none",
        "opensuse-leap, none",
        "opensuse-tumbleweed, none",
    })
    void saysHowItBootstraps(String id, String tool) {
        var method = Recipe.read(id).bootstrap();

        assertThat(
                        switch (method) {
                            case BootstrapMethod.Apt _ -> "mmdebstrap";
                            case BootstrapMethod.Dnf _ -> "dnf";
                            case BootstrapMethod.None _ -> "none";
                        })
                .isEqualTo(tool);
    }

    @Test
    void readsTheArchivesOfARelease() {
        assertThat(Recipe.read("debian").bootstrap()).isInstanceOfSatisfying(BootstrapMethod.Apt.class, apt -> {
            assertThat(apt.archives())
                    .first()
                    .isEqualTo(new BootstrapMethod.AptArchive(
                            "http://deb.debian.org/debian", "{suite}", List.of("main"), List.of()));
            assertThat(apt.packages()).contains("sudo", "ca-certificates", "man-db");
        });
    }

    @Test
    void knowsWhichRecipesThereAre() {
        assertThat(Recipe.exists("debian")).isTrue();
        assertThat(Recipe.exists("beos")).isFalse();
        assertThat(Recipe.exists("../recipes/debian")).isFalse();
    }
}
