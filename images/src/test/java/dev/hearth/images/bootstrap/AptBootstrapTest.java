package dev.hearth.images.bootstrap;

import static dev.hearth.images.bootstrap.BootstrapFixture.DEBIAN_12;
import static dev.hearth.images.bootstrap.BootstrapFixture.choice;
import static dev.hearth.images.bootstrap.BootstrapFixture.host;
import static dev.hearth.images.bootstrap.BootstrapFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.core.host.OsRelease;
import dev.hearth.images.catalogue.ImageChoice;
import dev.hearth.images.recipe.BootstrapMethod;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptBootstrapTest {
    private static final String KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
    private static final BootstrapMethod.Apt METHOD = new BootstrapMethod.Apt(
            KEYRING,
            "debian-archive-keyring",
            List.of(
                    new BootstrapMethod.AptArchive(
                            "http://deb.debian.org/debian", "{suite}", List.of("main"), List.of()),
                    new BootstrapMethod.AptArchive(
                            "http://deb.debian.org/debian", "{suite}-updates", List.of("main"), List.of("unstable"))),
            List.of("sudo", "man-db"));
    private static final Path WORK = Path.of("/c/bootstrap/work-1");
    private static final AptSettings SETTINGS = new AptSettings(List.of("Acquire::Check-Date \"false\""));

    @TempDir
    private Path directory;

    private Path root;

    @BeforeEach
    void makeAHost() {
        root = directory.resolve("host");
        write(root.resolve("usr/share/keyrings/debian-archive-keyring.gpg"), "keys");
        write(root.resolve("etc/apt/sources.list"), "deb http://mirror.example.org/debian bookworm main\n");
        write(root.resolve("etc/apt/trusted.gpg.d/ours.gpg"), "our key");
        write(root.resolve("usr/local/share/ca-certificates/ours.crt"), "our authority");
    }

    @Test
    void usesTheHostsSourcesKeysAndAuthoritiesForTheHostsOwnRelease() {
        var plan = plan(DEBIAN_12, 0, choice("debian", "12"));

        assertThat(plan.texts()).containsOnlyKeys("debian.sources").containsValue("""
                types: deb
                uris: http://mirror.example.org/debian
                suites: bookworm
                components: main
                """);
        assertThat(plan.carried())
                .containsExactly(
                        new CarriedFile(
                                root.resolve("etc/apt/trusted.gpg.d/ours.gpg"), "etc/apt/trusted.gpg.d/ours.gpg"),
                        new CarriedFile(
                                root.resolve("usr/local/share/ca-certificates/ours.crt"),
                                "usr/local/share/ca-certificates/ours.crt"));
    }

    @Test
    void usesTheRecipesSourcesForAnotherRelease() {
        var plan = plan(DEBIAN_12, 0, choice("debian", "13"));

        assertThat(plan.texts()).containsValue("""
                types: deb
                uris: http://deb.debian.org/debian
                suites: trixie
                components: main
                signed-by: %1$s

                types: deb
                uris: http://deb.debian.org/debian
                suites: trixie-updates
                components: main
                signed-by: %1$s
                """.formatted(KEYRING));
        assertThat(plan.commands().getLast().argv()).contains("trixie");
    }

    @Test
    void leavesOutWhatAReleaseDoesNotHave() {
        var plan = plan(DEBIAN_12, 0, choice("debian", "unstable"));

        assertThat(plan.texts().get("debian.sources")).contains("suites: sid\n").doesNotContain("sid-updates");
    }

    @Test
    void runsMmdebstrapAsTheUserThatItIs() {
        var asRoot = plan(DEBIAN_12, 0, choice("debian", "12")).commands().getLast();
        var asUser = plan(DEBIAN_12, 1000, choice("debian", "12")).commands().getLast();

        assertThat(asRoot.argv())
                .containsExactly(
                        "env",
                        "--chdir=/",
                        "setpriv",
                        "--pdeathsig",
                        "KILL",
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount-proc",
                        "mmdebstrap",
                        "--mode=root",
                        "--variant=minbase",
                        "--format=tar",
                        "--skip=cleanup/apt/lists",
                        "--include=sudo,man-db",
                        "--aptopt=Acquire::Check-Date \"false\"",
                        "--customize-hook=tar-in /c/bootstrap/work-1/overlay.tar /",
                        "--customize-hook=chroot \"$1\" update-ca-certificates",
                        "--customize-hook=download /var/lib/dpkg/status /c/bootstrap/work-1/packages",
                        "bookworm",
                        "/c/bootstrap/work-1/root.tar",
                        "/c/bootstrap/work-1/debian.sources");
        assertThat(asUser.argv()).containsSequence("setpriv", "--pdeathsig", "TERM", "mmdebstrap", "--mode=unshare");
        assertThat(asRoot.environment()).containsEntry("TMPDIR", "/c/bootstrap/work-1/scratch");
        assertThat(asUser.environment())
                .containsEntry(
                        "TMPDIR",
                        directory.resolve("scratch/hearth-bootstrap-1000-1").toString());
    }

    @Test
    void saysWhichKeysOfAnotherDistributionAreMissing() {
        var ubuntu = new BootstrapMethod.Apt(
                "/usr/share/keyrings/ubuntu-archive-keyring.gpg",
                "ubuntu-archive-keyring",
                METHOD.archives(),
                METHOD.packages());

        var failure = catchThrowableOfType(
                KeyringMissing.class, () -> plan(ubuntu, host(directory, DEBIAN_12, 0), choice("ubuntu", "24.04")));

        assertThat(failure)
                .hasMessage("The keys of Ubuntu are not on this machine:"
                        + " there is no '/usr/share/keyrings/ubuntu-archive-keyring.gpg'");
        assertThat(failure.hint()).contains("Install the package 'ubuntu-archive-keyring'.");
    }

    private BootstrapPlan plan(OsRelease osRelease, long uid, ImageChoice choice) {
        return plan(METHOD, host(directory, osRelease, uid), choice);
    }

    private BootstrapPlan plan(BootstrapMethod.Apt method, BootstrapHost host, ImageChoice choice) {
        return new AptBootstrap(host, SETTINGS).plan(method, choice, new WorkLayout(host, WORK));
    }
}
