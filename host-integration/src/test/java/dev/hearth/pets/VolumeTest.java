package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.ContainerPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeTest {
    @Test
    void readsDirectoriesAndNamedVolumes() {
        assertThat(Volume.parse("/data")).isEqualTo(volume("/data", "/data", false));
        assertThat(Volume.parse("/data:/srv/data:ro")).isEqualTo(volume("/data", "/srv/data", true));
        assertThat(Volume.parse("/data:/srv/data/:rw")).isEqualTo(volume("/data", "/srv/data", false));
        assertThat(Volume.parse("cache:/var/cache")).isEqualTo(volume("cache", "/var/cache", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/app", "/usr/local", "/usr/share/doc", "/run/media", "/tmp/a..b", "/var/lib/postgres"})
    void seesThemBesideTheSystem(String target) {
        assertThat(Volume.parse("/data:" + target).target().value()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "data                 | 'data' describes no volume",
                "\"\"                 | '' describes no volume",
                ":/mnt                | ':/mnt' describes no volume",
                "a:/b:ro:z            | 'a:/b:ro:z' describes no volume",
                "x:/mnt               | 'x:/mnt' describes no volume",
                "./src:/mnt           | The volume's directory './src' is not an absolute path",
                "../src:/mnt          | The volume's directory '../src' is not an absolute path",
                "src/main:/mnt        | The volume's directory 'src/main' is not an absolute path",
                "~/src:/mnt           | The volume's directory '~/src' is not an absolute path",
                "/data:/mnt:z         | 'z' is no option of a volume",
                "/data:/mnt:ro,z      | 'ro,z' is no option of a volume",
                "/data:/mnt:          | '' is no option of a volume",
                "/data:mnt            | A pet cannot see a volume at 'mnt', which is not an absolute path without '..'",
                "/data:               | A pet cannot see a volume at '', which is not an absolute path without '..'",
                "/data:/mnt/../etc    | A pet cannot see a volume at '/mnt/../etc', which is not an absolute path without '..'",
                "/proc                | A pet cannot see a volume at '/proc', where the kernel's own files are",
                "/data:/sys/fs        | A pet cannot see a volume at '/sys/fs', where the kernel's own files are",
                "/data:/dev/          | A pet cannot see a volume at '/dev/', where the kernel's own files are",
                "/data:/run/host/etc  | A pet cannot see a volume at '/run/host/etc', where hearth keeps files of its own",
                "/data:/etc/passwd    | A pet cannot see a volume at '/etc/passwd', where hearth keeps files of its own",
                "/data:/run/.containerenv | A pet cannot see a volume at '/run/.containerenv', where hearth keeps files of its own",
                "/data:/usr/libexec/hearth | A pet cannot see a volume at '/usr/libexec/hearth', where hearth keeps files of its own",
                "/data:/              | A volume at '/' would hide the pet's own system, which could not run",
                "/data:/usr           | A volume at '/usr' would hide the pet's own system, which could not run",
                "/data://usr//        | A volume at '//usr//' would hide the pet's own system, which could not run",
                "/data:/run           | A volume at '/run' would hide the pet's own system, which could not run",
                "/data:/home          | A volume at '/home' would hide the pet's own system, which could not run"
            })
    void refusesTheRestEachInItsOwnWords(String text, String message) {
        assertThatThrownBy(() -> Volume.parse(text))
                .isInstanceOfSatisfying(
                        InvalidVolume.class,
                        failure -> assertThat(failure.hint()).isPresent())
                .hasMessage(message);
    }

    @Test
    void readsWhatAnOlderHearthRecorded() {
        assertThat(Volume.recorded("/data:/usr:ro")).isEqualTo(volume("/data", "/usr", true));
    }

    private static Volume volume(String source, String target, boolean readOnly) {
        return new Volume(source, ContainerPath.of(target), readOnly);
    }
}
