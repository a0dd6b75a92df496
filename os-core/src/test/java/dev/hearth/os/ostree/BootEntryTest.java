package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BootEntryTest {
    private static final String BOOT = "de2c892fd94cc52e01e2b70cf053c0fbfe6cf884a307a9d3599b784accebcc53";
    private static final String TEXT = """
            title Debian GNU/Linux 12 (bookworm) 12.1 (ostree:1)
            version 1
            options root=LABEL=root quiet ostree=/ostree/boot.0/debian/%1$s/1
            linux /ostree/debian-%1$s/vmlinuz-6.1.0
            initrd /ostree/debian-%1$s/initramfs-6.1.0.img
            """.formatted(BOOT);

    @Test
    void keepsWhatItReads() {
        assertThat(BootEntry.parse(TEXT)).hasToString(TEXT);
    }

    @Test
    void tellsWhatItBoots() {
        var entry = BootEntry.parse(TEXT);

        assertThat(entry.version()).isEqualTo(1);
        assertThat(entry.link()).contains(new BootEntry.Link("debian", BOOT, 1));
        assertThat(entry.arguments()).containsExactly("root=LABEL=root", "quiet");
        assertThat(entry.field("linux")).contains("/ostree/debian-" + BOOT + "/vmlinuz-6.1.0");
        assertThat(entry.field("devicetree")).isEmpty();
    }

    @Test
    void movesToAnotherPlace() {
        var moved = BootEntry.parse(TEXT).at(0, 2, 1, new BootEntry.Link("debian", BOOT, 0));

        assertThat(moved)
                .hasToString(TEXT.replace("(ostree:1)", "(ostree:0)")
                        .replace("version 1", "version 2")
                        .replace("boot.0/debian/" + BOOT + "/1", "boot.1/debian/" + BOOT + "/0"));
    }

    @Test
    void keepsTheStaterootInTheTitle() {
        var moved = BootEntry.parse("title Debian (ostree:debian:3)\n").at(0, 1, 1, new BootEntry.Link("x", BOOT, 0));

        assertThat(moved.field("title")).contains("Debian (ostree:debian:0)");
    }

    @Test
    void seesThatAnEntryIsNotOurs() {
        assertThat(BootEntry.parse("title Memory test\nlinux /memtest\n").link())
                .isEmpty();
        assertThat(BootEntry.parse("").version()).isZero();
        assertThat(BootEntry.parse("version 99999999999999\n").version()).isZero();
        assertThat(BootEntry.parse("options ostree=/ostree/boot.0/../../etc/1\n")
                        .link())
                .isEmpty();
    }
}
