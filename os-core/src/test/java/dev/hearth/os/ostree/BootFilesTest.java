package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BootFilesTest {
    private static final String KERNEL = "a".repeat(64);
    private static final String INITRAMFS = "b".repeat(64);
    private static final String DEVICE_TREE = "c".repeat(64);
    private static final String OTHER = "d".repeat(64);

    @Test
    void findsWhatABootNeedsAmongTheModules() {
        var listed = List.of(
                "d00755 0 0      0 %s %s /usr/lib/modules".formatted(OTHER, OTHER),
                "d00755 0 0      0 %s %s /usr/lib/modules/6.1.0".formatted(OTHER, OTHER),
                "-00644 0 0 9000000 %s /usr/lib/modules/6.1.0/vmlinuz".formatted(KERNEL),
                "-00600 0 0 40000000 %s /usr/lib/modules/6.1.0/initramfs.img".formatted(INITRAMFS),
                "-00644 0 0    100 %s /usr/lib/modules/6.1.0/dtb/vendor/board.dtb".formatted(DEVICE_TREE),
                "-00644 0 0     40 %s /usr/lib/modules/6.1.0/kernel/drivers/dtb.ko".formatted(OTHER),
                "l00777 0 0      0 %s /usr/lib/modules/6.1.0/build -> /usr/src/linux".formatted(OTHER));

        var files = BootFiles.parse(listed);

        assertThat(files)
                .isEqualTo(new BootFiles(Map.of(KERNEL, 9_000_000L, INITRAMFS, 40_000_000L, DEVICE_TREE, 100L)));
        assertThat(files.size()).isEqualTo(49_000_100);
    }
}
