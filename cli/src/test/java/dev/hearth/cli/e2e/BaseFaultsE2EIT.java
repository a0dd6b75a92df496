package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kills upgrades of a base with layers, and takes the room away from them: whatever happens, the machine boots. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
class BaseFaultsE2EIT {
    private static final int FEW_DISKS = 3;
    private static final int MANY_DISKS = 20;
    private static final long NOTHING = 0;

    private LayeredSysroot sysroot;
    private Path work;
    private List<Path> old;
    private Duration duration;
    private long needed;

    @BeforeAll
    void makeTheSysrootAndMeasureAnUpgrade() throws IOException, InterruptedException {
        // Beside nothing else: what is mounted there is found by its path.
        work = Files.createTempDirectory(Path.of("/var/tmp"), "it-hearth-base-");
        sysroot = LayeredSysroot.make(work);
        old = sysroot.bootable();
        long start = System.nanoTime();
        long free = sysroot.disk().free();
        long least = free;
        var upgrade = launchUpgrade();
        while (!upgrade.waitFor(Duration.ofMillis(5))) {
            least = Math.min(least, sysroot.disk().free());
        }
        duration = Duration.ofNanos(System.nanoTime() - start);
        needed = free - least;
        assertThat(upgrade.exitValue()).as(sysroot.log()).isZero();
        assertThat(sysroot.bootable().getFirst()).matches(LayeredSysroot::isNew);
        assertThat(sysroot.bootable()).containsAll(old);
        sysroot.returnToTheOld();
        assertThat(sysroot.bootable()).isEqualTo(old);
        System.err.printf("An upgrade takes %d ms and %d kB%n", duration.toMillis(), needed / 1000);
    }

    @AfterAll
    void removeTheSysroot() {
        if (sysroot != null) {
            sysroot.close();
        }
        new Programs(System.getenv())
                .run(Duration.ofMinutes(1), Path.of("/"), List.of("rm", "-rf", "--one-file-system", work.toString()))
                .succeeded();
    }

    @ParameterizedTest
    @MethodSource("kills")
    void bootsAfterAKillAndClearsUp(UpgradeKill kill) throws IOException, InterruptedException {
        var upgrade = launchUpgrade();
        try {
            kill.await(upgrade, sysroot::stage);
        } finally {
            sysroot.kill(upgrade);
        }
        var stage = sysroot.stage();
        System.err.println("Killed at " + kill + ", in stage '" + stage + "'");

        requireBootable();
        sysroot.requireSoundObjects();
        sysroot.hearth("status").succeeded();

        var next = sysroot.hearth("cleanup");

        assertThat(next.status()).as(next.toString()).isZero();
        assertThat(next.err().contains("was cut off while"))
                .as("%s after stage '%s'", next, stage)
                .isEqualTo(!stage.isEmpty());
        sysroot.requireTidy();
        requireBootable();
        sysroot.returnToTheOld();
        assertThat(sysroot.bootable()).isEqualTo(old);
    }

    Stream<UpgradeKill> kills() {
        return UpgradeKill.someOf(duration).stream();
    }

    @Test
    void upgradesAfterAKill() throws IOException, InterruptedException {
        var upgrade = launchUpgrade();
        try {
            new UpgradeKill("DEPLOY", Duration.ofMillis(100)).await(upgrade, sysroot::stage);
        } finally {
            sysroot.kill(upgrade);
        }

        var again = sysroot.hearth("upgrade", "--yes");

        assertThat(again.status()).as(again.toString()).isZero();
        assertThat(again.err()).contains("was cut off while deploying; what it left was removed");
        assertThat(sysroot.bootable().getFirst()).matches(LayeredSysroot::isNew);
        sysroot.requireTidy();
        sysroot.returnToTheOld();
    }

    @ParameterizedTest
    @MethodSource("disks")
    void boots(long free) throws IOException {
        sysroot.disk().fillUpTo(free);
        try {
            var upgrade = sysroot.hearth("upgrade", "--yes");
            System.err.printf("With %d kB free: %s%n", free / 1000, upgrade);

            requireBootable();
            sysroot.requireSoundObjects();
            sysroot.hearth("status").succeeded();
            if (upgrade.status() != 0 || free == NOTHING) {
                requireOutOfRoom(upgrade);
                assertThat(sysroot.bootable().getFirst()).isEqualTo(old.getFirst());
            }
        } finally {
            sysroot.disk().makeRoom();
        }
        upgradeWithRoom();
    }

    Stream<Long> disks() {
        if (!FaultRun.isThorough()) {
            return points(0, FEW_DISKS);
        }
        // Most of the room is for what is fetched; what comes after that has the last quarter.
        return Stream.concat(points(0, MANY_DISKS / 2), points(needed * 3 / 4, MANY_DISKS / 2));
    }

    private Stream<Long> points(long from, int count) {
        return IntStream.range(0, count).mapToObj(point -> from + (needed - from) * point / count);
    }

    private void upgradeWithRoom() throws IOException {
        sysroot.hearth("upgrade", "--yes").succeeded();
        assertThat(sysroot.bootable().getFirst()).matches(LayeredSysroot::isNew);
        sysroot.requireTidy();
        sysroot.requireSoundObjects();
        sysroot.returnToTheOld();
        assertThat(sysroot.bootable()).isEqualTo(old);
    }

    private Process launchUpgrade() {
        return sysroot.launch("upgrade", "--yes");
    }

    /** The default is what it was or all of the new one, and what was there before still is: one of them is pinned. */
    private void requireBootable() throws IOException {
        var bootable = sysroot.bootable();
        assertThat(bootable).containsAll(old);
        assertThat(bootable.getFirst())
                .matches(first -> first.equals(old.getFirst()) || LayeredSysroot.isNew(first), "boots as a whole");
        assertThat(BootLoader.origin(old.getLast())).content().contains("pinned=true");
    }

    private static void requireOutOfRoom(Ended ended) {
        assertThat(ended.status()).as(ended.toString()).isEqualTo(5);
        assertThat(ended.err()).contains("Error: There is ").contains("Hint: ").doesNotContain("bug");
    }
}
