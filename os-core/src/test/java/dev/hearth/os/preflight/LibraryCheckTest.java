package dev.hearth.os.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class LibraryCheckTest {
    @Test
    void readsWhichProgramsLackWhat() {
        var said = """
                /usr/bin/fine:
                \tlinux-vdso.so.1 (0x00007fd5bbc58000)
                \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007fd5bba5a000)
                /usr/bin/lacking:
                \tlibgone.so.1 => not found
                \tlibelse.so.2 => not found
                /usr/bin/script:
                \tnot a dynamic executable
                """;

        assertThat(LibraryCheck.missing("/usr/bin/fine", said))
                .containsExactly(entry("/usr/bin/lacking", "/usr/bin/lacking: libgone.so.1 => not found"));
    }

    @Test
    void knowsTheOnlyProgramThoughLddDoesNotNameIt() {
        assertThat(LibraryCheck.missing("/usr/bin/lacking", "\tlibgone.so.1 => not found\n"))
                .containsExactly(entry("/usr/bin/lacking", "/usr/bin/lacking: libgone.so.1 => not found"));
    }
}
