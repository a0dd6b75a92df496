package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootMenuOwnerTest {
    @TempDir
    private Path root;

    private BootMenuOwner owner;

    @BeforeEach
    void layOut() throws IOException {
        owner = new BootMenuOwner(new SysrootFiles(root).sysroot());
    }

    @Test
    void trustsThatEntriesAreReadWhereNothingElseIsKnown() throws IOException {
        assertThatCode(owner::requireEntries).doesNotThrowAnyException();
        configure("[core]\nmode=bare\n");
        assertThatCode(owner::requireEntries).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grub2", "syslinux", "uboot", "zipl", "aboot"})
    void knowsBootLoadersWithAMenuOfTheirOwn(String name) throws IOException {
        configure("[sysroot]\nbootloader=" + name + "\n");

        assertThatThrownBy(owner::requireEntries)
                .isInstanceOf(UnsupportedBootLoader.class)
                .hasMessage("The boot loader " + name + " has a menu of its own, which hearth does not write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grub.cfg", "syslinux.cfg", "uEnv.txt"})
    void seesAMenuThatOstreeWroteUnlessItIsToldThatNobodyReadsIt(String name) throws IOException {
        var menu = Files.createFile(root.resolve("boot/loader").resolve(name));

        assertThatThrownBy(owner::requireEntries)
                .isInstanceOf(UnsupportedBootLoader.class)
                .hasMessageContaining("'" + menu + "'");
        configure("[sysroot]\nbootloader=none\n");
        assertThatCode(owner::requireEntries).doesNotThrowAnyException();
    }

    @Test
    void saysWhereTheConfigurationIsDamaged() throws IOException {
        configure("[sysroot\n");

        assertThatThrownBy(owner::requireEntries).isInstanceOf(DamagedSysroot.class);
    }

    private void configure(String text) throws IOException {
        Files.writeString(root.resolve("ostree/repo/config"), text);
    }
}
