package dev.hearth.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Environment;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.exports.ExportKind;
import dev.hearth.pets.Home;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Volume;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistroboxManifestTest {
    private final ManifestReader reader = new ManifestReader(Path.of("/home/ada"), new Environment(Map.of()));

    @Test
    void readsABox() {
        var pet = read("""
                # a box
                [ubuntu]
                image=docker.io/library/ubuntu:latest
                additional_packages="git vim"
                additional_packages="gcc"
                home=/home/ada/box
                init=true
                start_now=true
                init_hooks="echo one;"
                init_hooks=touch /two && true
                unshare_netns=true
                unshare_process=false
                volume="/tmp/a:/run/a:rw /tmp/b:/run/b"
                exported_apps="htop"
                exported_bins="/usr/bin/htop /usr/bin/git"
                entry=true
                """).pets().getFirst();

        assertThat(pet.name()).isEqualTo(new PetName("ubuntu"));
        assertThat(pet.asked().image()).isEqualTo("docker.io/library/ubuntu:latest");
        assertThat(pet.asked().packages()).containsExactly("git", "vim", "gcc");
        assertThat(pet.asked().home()).isEqualTo(new Home.Directory(Path.of("/home/ada/box")));
        assertThat(pet.asked().init()).isTrue();
        assertThat(pet.asked().unshared()).isEqualTo(Set.of(Namespace.NET));
        assertThat(pet.asked().volumes()).containsExactly(Volume.parse("/tmp/a:/run/a"), Volume.parse("/tmp/b:/run/b"));
        assertThat(pet.hooks()).containsExactly("echo one;", "touch /two && true");
        assertThat(pet.exports())
                .containsExactlyInAnyOrder(
                        new DeclaredExport(ExportKind.APP, "htop", null),
                        new DeclaredExport(ExportKind.BIN, "/usr/bin/htop", null),
                        new DeclaredExport(ExportKind.BIN, "/usr/bin/git", null),
                        new DeclaredExport(ExportKind.APP, "", null));
    }

    @Test
    void takesOverWhatASectionIncludes() {
        var pets = read("""
                [common]
                image=fedora:43
                additional_packages=git
                [web]
                include=common
                additional_packages=nodejs
                """).pets();

        assertThat(pets.getLast().asked().image()).isEqualTo("fedora:43");
        assertThat(pets.getLast().asked().packages()).isEqualTo(List.of("git", "nodejs"));
    }

    @Test
    void listsWhatItDoesNotHeed() {
        var unheeded = read("""
                [dev]
                image=debian:12
                root=true
                pull=false
                additional_flags="--privileged"
                nvidia=1
                """).unheeded();

        assertThat(unheeded)
                .containsExactly(
                        "/box.ini:3: 'root' of 'dev' has no effect: pets are on the engine of whoever calls hearth",
                        "/box.ini:5: 'additional_flags' of 'dev' has no effect: write what they are for as a hearth.yaml",
                        "/box.ini:6: 'nvidia' of 'dev' has no effect: give the pet its devices with `devices` in a"
                                + " hearth.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image=x                      | 1:1: This belongs to no section",
                "[dev                         | 1:1: A section's name does not end",
                "[dev]~image                  | 2:1: This is no `KEY=VALUE`",
                "[dev]~[dev]                  | 2:1: The section 'dev' is here again",
                "[dev]~imagee=x               | 2:1: The key 'imagee' is unknown",
                "[dev]~init=maybe             | 2:6: 'init' must be true or false, not 'maybe'",
                "[dev]~  volume=x             | 2:10: 'volume' is wrong",
                "[dev]~include=web            | 2:9: There is no section 'web'",
                "[a1]~include=b1~[b1]~include=a1 | includes itself",
                "[x]~image=a                  | 1:1: The name of a pet is wrong"
            })
    void refusesWithThePlaceAndTheReason(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('~', '\n')))
                .isInstanceOf(YamlError.class)
                .hasMessageStartingWith("/box.ini:")
                .hasMessageContaining(message);
    }

    private Manifest read(String text) {
        return reader.read(new ProjectFile(Path.of("/box.ini"), text));
    }
}
