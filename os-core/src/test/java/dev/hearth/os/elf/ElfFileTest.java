package dev.hearth.os.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfFileTest {
    @TempDir
    private Path directory;

    @Test
    void tellsWhatALoaderGoesBy() throws IOException {
        var file = directory.resolve("program");
        TestElf.write(file, true, "1", "$ORIGIN/../lib:/opt/lib", List.of("libone.so.1", "libtwo.so"));

        assertThat(ElfFile.read(file))
                .contains(new ElfFile(
                        62, true, List.of("libone.so.1", "libtwo.so"), List.of("$ORIGIN/../lib", "/opt/lib")));
    }

    @Test
    void readsARealProgram() {
        var java = Path.of(ProcessHandle.current().info().command().orElseThrow());

        assertThat(ElfFile.read(java)).hasValueSatisfying(elf -> {
            assertThat(elf.startable()).isTrue();
            assertThat(elf.needed()).contains("libjli.so");
        });
    }

    @Test
    void takesNothingElseForOne() throws IOException {
        var file = directory.resolve("file");
        Files.writeString(file, "#!/bin/sh\n" + "# \n".repeat(50));
        assertThat(ElfFile.read(file)).isEmpty();
        assertThat(ElfFile.read(directory)).isEmpty();
        assertThat(ElfFile.read(directory.resolve("none"))).isEmpty();
    }

    @Test
    void passesOverOneThatIsCutOff() throws IOException {
        var file = directory.resolve("program");
        TestElf.program(file, "1", "libone.so.1");
        var whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(ElfFile.read(file)).isEmpty();
        }
    }
}
