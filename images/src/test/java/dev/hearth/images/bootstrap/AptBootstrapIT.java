package dev.hearth.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.OsRelease;
import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Makes real root file systems from the host's own mirror. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AptBootstrapIT {
    private static final Path HOST = Path.of("/");

    private BootstrapRun run;

    @BeforeEach
    void open() throws IOException {
        Needed.programs("mmdebstrap", "newuidmap", "setpriv", "useradd");
        Needed.root();
        Needed.that(List.of("debian", "ubuntu").contains(OsRelease.read(HOST).id()), "the host has no apt sources");
        run = BootstrapRun.open();
    }

    @AfterEach
    void close() throws IOException {
        run.close();
    }

    @Test
    void makesASystemWhoseAptReachesTheHostsMirror() throws Exception {
        var printed =
                BootstrapRun.finished(run.start(List.of(), HOST, run.directory().resolve("a cache"), id()));

        assertThat(printed).containsPattern("packages sha256:[0-9a-f]{64}\nstatus 0$");
        requireWholeSystem();
        requireUpdateInside();
        assertThat(run.directory().resolve("a cache/bootstrap").toFile().list()).containsExactly("lock");
    }

    @Test
    void makesTheSameAsAnOrdinaryUserWhoseHomeIsClosed() throws Exception {
        try (var user = TestUser.create()) {
            run.giveOutcomeTo(user);

            var printed = BootstrapRun.finished(
                    run.start(user.prefix(), HOST, user.home().resolve(".cache/hearth"), BootstrapRun.SMALL_DEBIAN));

            assertThat(printed).containsPattern("packages sha256:[0-9a-f]{64}\nstatus 0$");
            requireWholeSystem();
            assertThat(run.scratch()).isEmptyDirectory();
        }
    }

    @Test
    void saysSoWhenTheDiskIsFull() throws Exception {
        var small = Files.createDirectory(run.directory().resolve("small"));
        assertThat(BootstrapRun.run("mount", "-t", "tmpfs", "-o", "size=60m", "it-hearth", small.toString()))
                .isEqualTo("status 0");
        try {
            var printed = BootstrapRun.finished(
                    run.start(List.of(), HOST, small.resolve("cache"), BootstrapRun.SMALL_DEBIAN));

            assertThat(printed)
                    .containsPattern("NoSpaceForBootstrap: There is no space left in '" + small + "/cache/[^']*'"
                            + " for making an image\nstatus 1$");
            assertThat(small.resolve("cache/bootstrap").toFile().list()).containsExactly("lock");
            assertThat(run.outcome()).doesNotExist();
        } finally {
            BootstrapRun.run("umount", small.toString());
        }
    }

    @Test
    void clearsAwayAfterItWasKilled() throws Exception {
        requireClearedAway(List.of(), run.directory().resolve("cache"));
    }

    @Test
    void clearsAwayAfterAnOrdinaryUsersWasKilled() throws Exception {
        try (var user = TestUser.create()) {
            requireClearedAway(user.prefix(), user.home().resolve(".cache/hearth"));
        }
    }

    private void requireClearedAway(List<String> prefix, Path cache) throws Exception {
        var process = run.start(prefix, HOST, cache, BootstrapRun.SMALL_DEBIAN);
        try (var reader = process.inputReader()) {
            assertThat(reader.lines().anyMatch(line -> line.contains("installing essential packages")))
                    .isTrue();
            var children = process.descendants().toList();
            process.destroyForcibly().waitFor();
            for (var child : children) {
                // An ordinary user's would go on to its own end, and clear away much of what is to be left here.
                child.destroyForcibly();
                child.onExit().get(1, TimeUnit.MINUTES);
            }
        }
        assertThat(cache.resolve("bootstrap").toFile().list()).hasSize(2);

        var printed = BootstrapRun.finished(run.start(prefix, hostWithoutMirror(), cache, BootstrapRun.SMALL_DEBIAN));

        assertThat(printed)
                .containsPattern(
                        "MirrorUnreachable: The packages of Debian cannot be fetched: .*127\\.0\\.0\\.1.*\nstatus 1$");
        assertThat(cache.resolve("bootstrap").toFile().list()).containsExactly("lock");
        assertThat(run.scratch()).isEmptyDirectory();
        assertThat(BootstrapRun.run("cat", "/proc/mounts")).doesNotContain(cache.toString());
    }

    private Path hostWithoutMirror() {
        var host = run.directory().resolve("host");
        BootstrapFixture.write(host.resolve("etc/os-release"), "ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n");
        BootstrapFixture.write(
                host.resolve("etc/apt/sources.list"), "deb [trusted=yes] http://127.0.0.1:9/debian bookworm main\n");
        return host;
    }

    private void requireWholeSystem() throws Exception {
        var listing =
                BootstrapRun.run("tar", "--numeric-owner", "-tvf", run.outcome().toString());

        assertThat(listing)
                .containsPattern("(?m)^-rwsr-xr-x 0/0 .* \\./usr/bin/sudo$")
                .containsPattern("(?m)^drwxr-xr-x 0/0 .* \\./usr/$")
                .containsPattern("(?m)^-rw-r--r-- 0/0 .* \\./etc/apt/sources.list.d/.*\\.sources$")
                .endsWith("status 0");
        assertThat(Files.size(run.outcome())).isLessThan(300_000_000);
    }

    private void requireUpdateInside() throws Exception {
        var root = Files.createDirectory(run.directory().resolve("root"));
        assertThat(BootstrapRun.run("tar", "-xf", run.outcome().toString(), "-C", root.toString()))
                .isEqualTo("status 0");
        Files.copy(Path.of("/etc/resolv.conf"), root.resolve("etc/resolv.conf"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(BootstrapRun.run("chroot", root.toString(), "apt-get", "update", "--error-on=any"))
                .endsWith("status 0");
    }

    private static String id() {
        return OsRelease.read(HOST).id();
    }
}
