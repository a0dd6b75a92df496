package dev.hearth.os.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountTableTest {
    @Test
    void keepsWhatIsOnNoDisk() {
        var table = MountTable.parse("""
                # the machine's
                UUID=1  /          ext4   defaults        0 1
                LABEL=x /home      btrfs  subvol=home     0 0

                tmpfs   /scratch   tmpfs  size=1g         0 0
                server:/srv  /srv  nfs    _netdev         0 0
                UUID=2  none       swap   sw              0 0
                broken
                """);

        assertThat(table.text()).isEqualTo("tmpfs   /scratch   tmpfs  size=1g         0 0\n");
        assertThat(table.leftOut()).containsExactly("/", "/home", "/srv", "UUID=2", "broken");
    }
}
