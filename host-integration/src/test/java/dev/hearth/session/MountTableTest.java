package dev.hearth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountTableTest {
    private static final MountTable TABLE = MountTable.parse("""
            21 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
            22 21 0:20 / /proc rw - proc proc rw
            23 21 0:21 / /home rw - ext4 /dev/vdb rw
            24 23 0:22 / /home/ada\\040b rw master:7 - ext4 /dev/vdc rw
            25 21 0:23 / /run rw shared:3 - tmpfs tmpfs rw
            26 21 0:24 / /run rw - tmpfs tmpfs rw
            """);

    @ParameterizedTest
    @CsvSource({
        "/, true",
        "/usr/lib, true",
        "/proc/1, false",
        "/home, false",
        "/home/ada, false",
        "/home/ada b/src, true",
        "/homestead, true",
        "/run/user, false"
    })
    void goesByTheMountThatHoldsThePath(String path, boolean propagates) {
        assertThat(TABLE.propagatesTo(Path.of(path))).isEqualTo(propagates);
    }

    @Test
    void takesAnUnknownRootForPrivate() {
        assertThat(MountTable.parse("").propagatesTo(Path.of("/"))).isFalse();
    }
}
