package dev.hearth.cli.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code ./verify --vm=powercut}: a machine whose power goes while it upgrades, or while it shuts down to boot what is new,
 * boots one or the other.
 *
 * <p>Each time it goes on from the same state. It is killed, and what it wrote after it last asked its disk to make that last
 * is lost, but for whatever happened to reach it.
 */
@Tag("vm")
class PowerCutVmIT {
    private static final int TIMES = 10;
    private static final int LOOKS = 20;
    private static final int WRONG = 12;
    private static final String UPGRADE = "hearth os upgrade --yes";
    private static final String REBOOT = "systemctl reboot";

    @BeforeAll
    static void require() {
        MachineSession.require();
        Needed.programs("mount", "umount");
    }

    /** Where each cut begins. */
    private record Ready(MachineDisk disk, Path state) {
        VirtualMachine goOn(MachineDisk copy, Path writes, Path console) throws IOException {
            return VirtualMachine.boot(new VirtualMachine.Parts(copy, writes, null, state), console);
        }
    }

    /** How long an upgrade takes, and shutting down after it. */
    private record Times(long upgrade, long shutdown) {}

    @Test
    void bootsOneOrTheOtherWheneverThePowerGoes() throws IOException {
        long seed =
                Needed.find("HEARTH_IT_SEED").map(Long::parseLong).orElseGet(() -> new Random().nextInt(1 << 30) + 0L);
        MachineSession.say("HEARTH_IT_SEED=" + seed + " repeats these cuts");
        try (var provided = ProvidedBase.open(BaseRecipe.withBuiltPackage())) {
            provided.release();
            var session = MachineSession.begin("powercut", provided);
            var versions = LaterVersions.begin(provided, "powercut");
            versions.publish(versions.commit("2", Map.of()), "signed");
            session.step("follow a newer version", machine -> {
                machine.run(versions.follow("signed")).succeeded();
                machine.run("hearth os upgrade --check").succeeded();
            });
            var ready = ready(session);
            var times = times(session, ready);
            lookAt(session, ready, seed);
            for (int i = 1; i <= TIMES; i++) {
                var done = session.file("cut-" + seed + "-" + i);
                if (!Files.exists(done)) {
                    cut(session, ready, times, i, new Random(seed * TIMES + i));
                    Files.createFile(done);
                }
            }
            session.end();
        }
    }

    private static Ready ready(MachineSession session) throws IOException {
        var ready = new Ready(new MachineDisk(session.file("ready.raw")), session.file("ready.state"));
        if (!Files.exists(ready.disk().file())) {
            var part = session.disk().copy(session.file("ready.part"));
            var parts = VirtualMachine.Parts.of(part, null);
            try (var machine =
                    VirtualMachine.boot(parts, MachineSession.logs("powercut").resolve("ready.log"))) {
                machine.awaitAgent();
                machine.run("hearth os status && sync").succeeded();
                machine.saveState(ready.state());
            }
            Files.move(part.file(), ready.disk().file());
        }
        return ready;
    }

    private static Times times(MachineSession session, Ready ready) throws IOException {
        var file = session.file("times");
        if (!Files.exists(file)) {
            var copy = ready.disk().copy(session.file("work"));
            var writes = emptyLog(session.file("whole"));
            try (var machine =
                    ready.goOn(copy, writes, MachineSession.logs("powercut").resolve("whole.log"))) {
                var began = Instant.now();
                machine.run(UPGRADE).succeeded();
                var upgraded = Instant.now();
                machine.send(REBOOT);
                machine.awaitEnd();
                var upgrade = Duration.between(began, upgraded).toMillis();
                var shutdown = Duration.between(upgraded, Instant.now()).toMillis();
                Files.writeString(file, upgrade + " " + shutdown);
            }
            MachineSession.say("upgrading and shutting down took " + Files.readString(file) + " ms, and "
                    + WriteLog.read(writes).size() + " writes");
        }
        var words = Files.readString(file).split(" ", -1);
        return new Times(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }

    /** Cuts the log of one whole run at many points, and looks at the disks: what would boot from them is whole. */
    private static void lookAt(MachineSession session, Ready ready, long seed) throws IOException {
        var log = WriteLog.read(session.file("whole"));
        var random = new Random(seed);
        var versions = new TreeMap<String, Integer>();
        int unread = 0;
        for (int i = 1; i <= LOOKS; i++) {
            int count = random.nextInt(log.size());
            var disk = ready.disk().copy(session.file("work"));
            int lost = log.leave(disk, count, random);
            var what = "cut after %d of %d writes, with %d lost".formatted(count, log.size(), lost);
            try {
                unread += isReadWithoutJournal(disk, session) ? 0 : 1;
                versions.merge(bootable(disk, session), 1, Integer::sum);
            } catch (IOException | RuntimeException | AssertionError e) {
                throw new AssertionError(what + " (HEARTH_IT_SEED=" + seed + ")", e);
            }
        }
        MachineSession.say("%d cuts of the log: what boots is %s; a loader that reads no journal finds nothing after %d"
                .formatted(LOOKS, versions, unread));
    }

    private static boolean isReadWithoutJournal(MachineDisk disk, MachineSession session) {
        try {
            var start = disk.start(Files.createDirectories(session.file("start")));
            return Files.size(start.kernel()) > 0 && Files.size(start.initramfs()) > 0;
        } catch (IOException | AssertionError e) {
            return false;
        }
    }

    /** Carries out what the file system's journal has, as whoever mounts it does. */
    private static void replayJournal(MachineDisk disk, MachineSession session) throws IOException {
        var mountPoint = Files.createDirectories(session.file("mnt"));
        ItHost.run("mount", "-o", "loop", disk.file().toString(), mountPoint.toString());
        ItHost.run("umount", mountPoint.toString());
    }

    /** {@return the version that boots, which is whole} */
    private static String bootable(MachineDisk disk, MachineSession session) throws IOException {
        replayJournal(disk, session);
        var start = disk.start(Files.createDirectories(session.file("start")));
        var mountPoint = Files.createDirectories(session.file("mnt"));
        ItHost.run("mount", "-o", "loop", disk.file().toString(), mountPoint.toString());
        try {
            var root = mountPoint.resolve(start.deployment().substring(1)).toRealPath();
            try (var kernels = Files.newDirectoryStream(root.resolve("usr/lib/modules"))) {
                var kernel = kernels.iterator().next();
                assertThat(start.kernel()).hasSameBinaryContentAs(kernel.resolve("vmlinuz"));
                assertThat(start.initramfs()).hasSameBinaryContentAs(kernel.resolve("initramfs.img"));
            }
            assertThat(root.resolve("etc/it-local")).hasContent("mine");
            ItHost.run("ostree", "fsck", "--quiet", "--repo=" + mountPoint.resolve("ostree/repo"));
            return Files.exists(root.resolve(LaterVersions.MARK)) ? "2" : "1";
        } finally {
            ItHost.run("umount", mountPoint.toString());
        }
    }

    private static void cut(MachineSession session, Ready ready, Times times, int number, Random random)
            throws IOException {
        var began = Instant.now();
        long moment = random.nextLong(times.upgrade() + times.shutdown());
        var writes = emptyLog(session.file("writes"));
        var console = MachineSession.logs("powercut").resolve("cut-%02d.log".formatted(number));
        var copy = ready.disk().copy(session.file("work"));
        try (var machine = ready.goOn(copy, writes, console)) {
            machine.run("true").succeeded();
            machine.send(UPGRADE);
            if (moment < times.upgrade()) {
                pause(moment);
            } else {
                machine.answer().succeeded();
                machine.send(REBOOT);
                pause(moment - times.upgrade());
            }
            machine.cut();
        }
        var left = ready.disk().copy(session.file("work"));
        var log = WriteLog.read(writes);
        int lost = log.leave(left, log.size(), random);
        var what = "cut %d, after %.1f s, with %d writes lost".formatted(number, moment / 1000.0, lost);
        replayJournal(left, session);
        var after = MachineSession.logs("powercut").resolve("cut-%02d-after.log".formatted(number));
        try (var machine = VirtualMachine.boot(VirtualMachine.Parts.of(left, null), after)) {
            machine.awaitAgent();
            var version =
                    machine.run("cat /" + LaterVersions.MARK + " || echo 1").text();
            assertThat(version.lines().toList().getLast()).as(what).isIn("1", "2");
            assertThat(machine.run("cat /etc/it-local").succeeded()).as(what).isEqualTo("mine\n");
            assertThat(machine.run("systemctl list-units --failed --plain --no-legend")
                            .succeeded())
                    .as(what)
                    .isEmpty();
            var check = machine.run("hearth os check");
            if (check.status() == WRONG) {
                machine.run(UPGRADE).succeeded();
                check = machine.run("hearth os check");
            }
            assertThat(check.status()).as(what + "\n" + check.text()).isIn(0, 11);
            machine.powerOff();
            MachineSession.say("%s: booted %s, took %d s"
                    .formatted(what, version.lines().toList().getLast(), MachineSession.seconds(began)));
        }
        bootable(left, session);
    }

    private static Path emptyLog(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(file);
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(Duration.ofMillis(milliseconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
