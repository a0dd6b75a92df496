package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.text.Sha256;
import dev.hearth.engine.docker.RealRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writes pets down on one engine, and makes the very same on one that has nothing at all. */
@Timeout(value = 10, unit = MINUTES)
class LockedManifestE2EIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int CONFLICT = 4;
    private static final String MANIFEST = "hearth.yaml";

    @TempDir
    private Path directory;

    @Test
    void makesTheSamePetOnAnEmptyDocker() throws Exception {
        try (var engine = PrivateDocker.empty();
                var elsewhere = InstalledHearth.on(TestedEngine.DOCKER, engine.address())) {
            makesTheSame(TestedEngine.DOCKER, elsewhere);
        }
    }

    @AloneOnPodman
    @Test
    void makesTheSamePetOnAnEmptyPodman() throws Exception {
        try (var engine = EmptyPodman.start();
                var elsewhere = InstalledHearth.on(TestedEngine.PODMAN, engine.address())) {
            makesTheSame(TestedEngine.PODMAN, elsewhere);
        }
    }

    @AloneOnPodman
    @Test
    void makesWhatPodmanHadOnAnEmptyDocker() throws Exception {
        try (var engine = PrivateDocker.empty();
                var elsewhere = InstalledHearth.on(TestedEngine.DOCKER, engine.address())) {
            makesTheSame(TestedEngine.PODMAN, elsewhere);
        }
    }

    @Test
    void refusesAnImageThatWasMadeElsewhere() throws IOException {
        try (var engine = PrivateDocker.empty();
                var elsewhere = InstalledHearth.on(TestedEngine.DOCKER, engine.address());
                var hearth = InstalledHearth.on(TestedEngine.DOCKER)) {
            var pet = hearth.create(TestedEngine.image());
            hearth.hearth("freeze", pet).succeeded();
            carry(hearth, elsewhere);

            var ended = elsewhere.hearth("--yes", "apply", "--locked");

            assertThat(ended.status()).as(ended.toString()).isEqualTo(CONFLICT);
            assertThat(ended.err()).contains("was made on another machine, and is not here");
            assertThat(elsewhere.containers("")).isEmpty();
        }
    }

    private void makesTheSame(TestedEngine engine, InstalledHearth elsewhere) throws Exception {
        Needed.programs("docker-registry");
        try (var registry = RealRegistry.open(directory);
                var publisher = InstalledHearth.on(TestedEngine.DOCKER);
                var hearth = InstalledHearth.on(engine)) {
            var image = "127.0.0.1:%d/it/debian:12".formatted(registry.port());
            push(publisher, image);
            var pet = hearth.newPet();
            hearth.hearth(LIMIT, "create", pet, "--image", image, "--package", "hello", "--env=EDITOR=vim")
                    .succeeded();
            hearth.hearth("freeze", pet).succeeded();
            assertThat(elsewhere.client("images", "--quiet").succeeded()).isEmpty();
            carry(hearth, elsewhere);

            elsewhere.hearth(LIMIT, "--yes", "apply", "--locked").succeeded();

            assertThat(packages(elsewhere, pet))
                    .isEqualTo(packages(hearth, pet))
                    .contains("hello\t");
            assertThat(elsewhere.run(pet, "printenv", "EDITOR")).isEqualTo("vim\n");
            assertThat(elsewhere.hearth("apply", "--locked", "--dry-run").succeeded())
                    .isEqualTo(pet + ": as declared\n");
            elsewhere.hearth("rm", "--force", pet).succeeded();
            hearth.hearth("rm", "--force", pet).succeeded();
            hearth.client("rmi", image).succeeded();
        }
    }

    private static String packages(InstalledHearth hearth, String pet) {
        return hearth.run(pet, "dpkg-query", "--show");
    }

    /**
     * From Docker, whichever engine is to have it: Podman gives what it pushed a digest of its own besides the registry's. The
     * name goes, so that a pull brings it back with the latter.
     */
    private static void push(InstalledHearth publisher, String image) {
        publisher.client("tag", TestedEngine.image(), image).succeeded();
        publisher.client("push", image).succeeded();
        publisher.client("rmi", image).succeeded();
    }

    private static void carry(InstalledHearth from, InstalledHearth to) throws IOException {
        for (var name : List.of(MANIFEST, "hearth.lock")) {
            to.append(name, Files.readString(from.directory().resolve(name)));
        }
        var manifest = to.directory().resolve(MANIFEST);
        to.hearth("trust", manifest.toString(), "--sha256=" + Sha256.of(Files.readString(manifest)))
                .succeeded();
    }
}
