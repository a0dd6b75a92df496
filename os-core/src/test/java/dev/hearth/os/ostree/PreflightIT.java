package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.needed.Needed;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Outcome;
import dev.hearth.os.Step;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.layer.DebFile;
import dev.hearth.os.layer.DebRepository;
import dev.hearth.os.layer.Debian;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.layer.Network;
import dev.hearth.os.preflight.WorseThanNow;
import dev.hearth.os.rollout.ChannelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Looks at deployments of a real Debian before they may boot; each test goes on from what the one before deployed. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
final class PreflightIT {
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);
    private static final String NONSENSE = "this is nonsense\n";
    private static final String NONSENSE_SAID = "`visudo -c` says: /etc/sudoers.d/it:1:9: syntax error";

    private static final String SSHD_PLACE = "usr/etc/ssh/sshd_config";
    private static final String SSHD_CONFIG = "UsePAM yes\n";

    private final List<OsEvent> events = new ArrayList<>();
    private final List<Path> added = new ArrayList<>();
    private Path directory;
    private DebRepository packages;
    private TestSysroot sysroot;
    private OsEngine engine;

    @BeforeAll
    void deployASmallDebian() throws IOException {
        Needed.root();
        Needed.programs("bwrap", "ostree", "setpriv", "dpkg-deb", "dpkg-scanpackages", "gpg", "mount");
        directory = Files.createTempDirectory(Path.of("/var/tmp"), "it-hearth-preflight-");
        packages = DebRepository.open(directory);
        sysroot = new TestSysroot(directory, this::layOut);
        engine = OstreeEngine.of(
                sysroot.sysroot(),
                Path.of("/"),
                ItHost.processes(),
                InstantSource.system(),
                new Caller(0, "process 1"),
                Network.direct(),
                new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), 0)),
                Shutdown.NONE,
                new ChannelStore(directory.resolve("channels")));
    }

    private void layOut(Path tree) throws IOException {
        ItHost.run("../os-core/src/it/ostree-tree", Debian.archive().toString(), tree.toString());
        packages.configure(tree);
        for (var unused : List.of("share/locale", "share/zoneinfo", "share/perl", "lib/x86_64-linux-gnu/gconv")) {
            DirectoryTree.delete(tree.resolve("usr").resolve(unused));
        }
        // The small Debian has neither of these: they stand in for them, and find fault with one word.
        program(tree.resolve("usr/bin/ssh-keygen"), "for last; do :; done; echo key >\"$last\"");
        program(tree.resolve("usr/sbin/sshd"), """
                [ "$1 $2" = '-t -h' ] && [ -s "$3" ] && [ -d /run/sshd ] || { echo 'no hostkeys available' >&2; exit 1; }
                ! grep -n nonsense /etc/ssh/sshd_config >&2""");
        program(tree.resolve("usr/bin/systemd-analyze"), """
                shift 2
                ! grep -H nonsense "$@" >&2""");
        Files.createDirectories(tree.resolve("usr/etc/ssh"));
        Files.writeString(tree.resolve(SSHD_PLACE), SSHD_CONFIG);
    }

    private static void program(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void nothingIsLeftAndTheNextVersionIsInOrder() throws IOException {
        sysroot.requireSound(deployments());
        assertThat(sysroot.sysroot().extension().resolve(Leftovers.WORK)).doesNotExist();
        for (var file : added) {
            Files.deleteIfExists(file);
        }
        added.clear();
        events.clear();
    }

    @AfterAll
    void removeAll() {
        if (packages != null) {
            packages.close();
        }
        assertThat(ItHost.run("cat", "/proc/mounts")).doesNotContain(directory.toString());
        DirectoryTree.delete(directory);
    }

    @Test
    void bootsWhatIsInOrder() throws IOException {
        nextHas("usr/lib/it", "new\n");

        var outcome = upgrade();

        assertThat(outcome.changed()).isTrue();
        assertThat(events).map(OsEvent::toString).noneMatch(event -> event.matches(".*(checked|before and after).*"));
    }

    @Test
    void refusesSudoersThatLockEverybodyOut() throws IOException {
        nextHas("usr/etc/sudoers.d/it", NONSENSE);
        var before = deployments();

        assertThatThrownBy(this::upgrade)
                .isInstanceOf(WorseThanNow.class)
                .hasMessage("The new deployment would not work as the present one does: " + NONSENSE_SAID);

        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void bootsItAllTheSameWhenToldTo() throws IOException {
        nextHas("usr/etc/sudoers.d/it", NONSENSE);
        assertThat(engine.plan(UPGRADE)).extracting(Step::text).anyMatch(step -> step.startsWith("Check that"));
        var unchecked = engine.withoutChecks();
        assertThat(unchecked.plan(UPGRADE)).extracting(Step::text).noneMatch(step -> step.startsWith("Check that"));

        assertThat(unchecked.carryOut(UPGRADE, events::add).changed()).isTrue();
    }

    @Test
    void onlyWarnsOfWhatIsWrongAlready() throws IOException {
        locallyHas("etc/sudoers.d/it-local", NONSENSE);
        nextHas("usr/lib/it", "newer\n");

        assertThat(upgrade().changed()).isTrue();
        added.add(present().resolve("etc/sudoers.d/it-local"));

        assertThat(events)
                .contains(new OsEvent.Warned(
                        "Wrong before and after: `visudo -c` says: /etc/sudoers.d/it-local:1:9: syntax error"));
    }

    @Test
    void refusesAConfigurationThatTheMergeMadeWrong() throws IOException {
        Files.writeString(present().resolve("etc/ssh/sshd_config"), "# mine\n\n" + SSHD_CONFIG);
        Files.writeString(sysroot.tree().resolve(SSHD_PLACE), SSHD_CONFIG + "\n\nnonsense\n");
        sysroot.commit();

        assertThatThrownBy(this::upgrade).hasMessageContaining("`sshd -t` says: 6:nonsense");

        Files.writeString(sysroot.tree().resolve(SSHD_PLACE), SSHD_CONFIG);
    }

    @Test
    void refusesAUnitThatSystemdWouldNot() throws IOException {
        nextHas("usr/lib/systemd/system/it.service", "nonsense\n");
        nextHas("usr/lib/systemd/system/it-fine.service", "[Service]\nExecStart=/bin/true\n");

        assertThatThrownBy(this::upgrade)
                .hasMessageContaining("`systemd-analyze verify` says: /usr/lib/systemd/system/it.service:nonsense")
                .hasMessageNotContaining("more");
    }

    @Test
    void refusesALayeredCommandThatLacksALibrary() throws IOException {
        packages.add(
                DebFile.of("it-fine", "1.0").script("postinst", "cp /usr/bin/true /usr/bin/it-fine"),
                DebFile.of("it-lacking", "1.0").script("postinst", """
                                sed 's/libc[.]so[.]6/libq.so.6/' /usr/bin/true >/usr/bin/it-lacking
                                chmod 0755 /usr/bin/it-lacking"""));
        packages.publish();
        var fine = new Change.Packages(List.of("it-fine"), List.of(), null, List.of(), false, false);
        assertThat(engine.carryOut(fine, events::add).changed()).isTrue();
        var before = deployments();

        assertThatThrownBy(() -> engine.carryOut(
                        new Change.Packages(List.of("it-lacking"), List.of(), null, List.of(), false, false),
                        events::add))
                .isInstanceOf(WorseThanNow.class)
                .hasMessageEndingWith("`ldd` says: /usr/bin/it-lacking: libq.so.6 => not found");

        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void refusesAKernelThatBootHasNoRoomFor() throws IOException {
        var kept = directory.resolve("boot");
        ItHost.run("cp", "-a", boot().toString(), kept.toString());
        ItHost.run("mount", "-t", "tmpfs", "-o", "size=3m", "it-boot", boot().toString());
        try {
            ItHost.run("cp", "-a", kept + "/.", boot().toString());
            var content = bootContent();
            var before = deployments();
            nextHas("usr/lib/modules/6.1.0-test/dtb/it", "x".repeat(3_000_000));

            assertThatThrownBy(this::upgrade)
                    .isInstanceOf(NoSpaceInBoot.class)
                    .hasMessageContaining("it needs 4.0 MB in '" + boot() + "', ")
                    .hasMessageEndingWith("MB are free");

            assertThat(deployments()).isEqualTo(before);
            assertThat(bootContent()).isEqualTo(content);
        } finally {
            ItHost.run("umount", boot().toString());
        }
    }

    private String bootContent() {
        return ItHost.run("find", boot().toString(), "-ls");
    }

    private Path boot() {
        return sysroot.root().resolve("boot");
    }

    private void nextHas(String file, String content) throws IOException {
        var path = sysroot.tree().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        added.add(path);
        sysroot.commit();
    }

    private void locallyHas(String file, String content) throws IOException {
        var path = present().resolve(file);
        Files.writeString(path, content);
        added.add(path);
    }

    private Path present() {
        return sysroot.sysroot().deployment(deployments().getFirst().id());
    }

    private List<Deployment> deployments() {
        return engine.status().deployments();
    }

    private Outcome upgrade() {
        return engine.carryOut(UPGRADE, events::add);
    }
}
