package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person installs for themselves keeps their pets through an upgrade, and leaves only what is theirs. */
@Timeout(value = 15, unit = MINUTES)
class ArchivePackageCheck {
    private static final Duration SOON = Duration.ofMinutes(3);

    @ParameterizedTest
    @EnumSource
    void keepsPetsThroughAnUpgrade(TestedEngine engine) throws IOException {
        try (var other = InstalledHearth.on(engine)) {
            var prefix = other.directory().resolve("my local");
            var here = new Installed(other, engine.address(), prefix);
            var archive = unpacked(other);
            age(archive);
            here.script(archive);
            assertThat(here.hearth("--version")).isEqualTo("hearth " + BuiltPackages.OLDER + "\n");
            var pet = other.newPet();
            here.hearth("create", pet, "--image", TestedEngine.image());
            assertThat(here.hearth("run", "-c", pet, "echo", "older")).isEqualTo("older\n");

            here.script(unpacked(other));

            assertThat(here.hearth("--version")).doesNotContain(BuiltPackages.OLDER);
            assertThat(prefix.resolve("lib/hearth/lib/gone-0.0.1.jar")).doesNotExist();
            assertThat(here.hearth("list")).contains(pet);
            assertThat(here.hearth("run", "-c", pet, "echo", "newer")).isEqualTo("newer\n");
            assertThat(prefix.resolve("lib/hearth/lib/hearth.aot")).isNotEmptyFile();
            assertThat(prefix.resolve("share/man/man1/hearth-list.1.gz")).isNotEmptyFile();

            here.run(prefix.resolve("lib/hearth/install.sh").toString(), "--uninstall", "--prefix", prefix.toString());
            assertThat(prefix).isEmptyDirectory();
            Files.delete(prefix);
            assertThat(other.run(pet, "echo", "still")).isEqualTo("still\n");
        }
    }

    /** {@return the archive's directory, below the person's} */
    private static Path unpacked(InstalledHearth person) {
        var argv = List.of(
                "tar",
                "-xzf",
                BuiltPackages.ending(".tar.gz").toString(),
                "-C",
                person.directory().toString());
        new Programs(person.person().environment())
                .run(SOON, person.directory(), person.person().saying(argv))
                .succeeded();
        try (var there = Files.list(person.directory())) {
            return there.filter(each -> each.getFileName().toString().startsWith("hearth-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void age(Path archive) throws IOException {
        Files.writeString(archive.resolve("lib/texts/version"), "hearth " + BuiltPackages.OLDER + "\n");
        Files.writeString(archive.resolve("lib/gone-0.0.1.jar"), "");
    }

    /** Hearth as the person has installed it, where no other Java is told of. */
    private record Installed(InstalledHearth person, String engine, Path prefix) {

        /** Runs the script of an archive, which is of no use any more then. */
        void script(Path archive) {
            run(archive.resolve("install.sh").toString(), "--prefix", prefix.toString());
            run("rm", "-rf", archive.toString());
        }

        String hearth(String... words) {
            var launcher = prefix.resolve("bin/hearth").toString();
            return run(Stream.concat(Stream.of(launcher), words(words)).toArray(String[]::new));
        }

        private Stream<String> words(String... words) {
            return words[0].startsWith("--")
                    ? Stream.of(words)
                    : Stream.concat(Stream.of("--engine", engine), Stream.of(words));
        }

        String run(String... words) {
            var environment = new TreeMap<>(person.person().environment());
            environment.put("JAVA_HOME", "/nonexistent");
            return new Programs(environment)
                    .run(SOON, person.directory(), person.person().saying(new ArrayList<>(List.of(words))))
                    .succeeded();
        }
    }
}
