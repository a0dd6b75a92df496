package dev.hearth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.images.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmulatorsTest {
    private static final Platform AMD64 = Platform.linux("amd64");
    private static final Platform ARM64 = Platform.linux("arm64");

    @TempDir
    private Path directory;

    @Test
    void findsWhatTheKernelHasAnEmulatorFor() throws IOException {
        register("enabled");

        assertThat(emulators().run(ARM64, AMD64)).isTrue();
        assertThat(emulators().run(Platform.linux("riscv64"), AMD64)).isFalse();
    }

    @Test
    void countsNoneThatIsSwitchedOff() throws IOException {
        register("disabled");

        assertThat(emulators().run(ARM64, AMD64)).isFalse();
    }

    @Test
    void countsNothingWhereTheKernelListsNone() {
        assertThat(new Emulators(directory.resolve("absent")).run(ARM64, AMD64)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, amd64, true",
        "linux/amd64/v3, amd64, true",
        "linux/386, amd64, true",
        "linux/arm, arm64, true",
        "linux/amd64, arm64, false",
        "windows/amd64, amd64, false",
        "linux/mystery, amd64, false"
    })
    void knowsWhatAProcessorRunsByItself(String platform, String machine, boolean runs) {
        assertThat(emulators().run(Platform.parse(platform), Platform.linux(machine)))
                .isEqualTo(runs);
    }

    private Emulators emulators() {
        return new Emulators(directory);
    }

    /** As Debian's qemu-user-static does it. */
    private void register(String state) throws IOException {
        Files.writeString(directory.resolve("status"), "enabled\n");
        Files.writeString(directory.resolve("qemu-aarch64"), """
                %s
                interpreter /usr/libexec/qemu-binfmt/aarch64-binfmt-P
                flags: POCF
                offset 0
                magic 7f454c460201010000000000000000000200b700
                mask ffffffffffffff00fffffffffffffffffeffffff
                """.formatted(state));
    }
}
