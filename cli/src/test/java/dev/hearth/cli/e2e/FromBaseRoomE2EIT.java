package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What pets of the base take of a disk whose files can share blocks. */
@Timeout(value = 10, unit = MINUTES)
class FromBaseRoomE2EIT {
    private static final long ROOM_OF_A_PET = 10_000_000;

    @Test
    void isThatOfTheBaseOnRootfulPodman() throws IOException {
        try (var disk = BaseDisk.with(LoopDisk.FileSystem.BTRFS)) {
            var first = disk.create();
            var second = disk.create();

            assertThat(first.room()).isLessThan(ROOM_OF_A_PET);
            assertThat(second.room()).isLessThan(ROOM_OF_A_PET);
            var hearth = disk.hearth();
            assertThat(hearth.run(first.name(), "sudo", "dpkg", "--verify")).doesNotContain(" /usr/bin/");
            // What is written in one pet is in no other, and not in the base.
            hearth.run(first.name(), "sudo", "sh", "-c", "echo changed >>/usr/bin/ldd");
            assertThat(hearth.run(second.name(), "tail", "-n", "1", "/usr/bin/ldd"))
                    .doesNotContain("changed");
            assertThat(ItHost.run(
                            "ostree",
                            "fsck",
                            "--quiet",
                            "--repo=" + disk.sysroot().resolve("ostree/repo")))
                    .contains("no errors found");
        }
    }
}
