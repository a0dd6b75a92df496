package dev.hearth.os.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFractionTest {
    @TempDir
    private Path root;

    @Test
    void isWhatSystemdMakesOfTheId() {
        // systemd 252: `systemd-id128 machine-id --app-specific=...` prints 63733f36d37b... for it.
        assertThat(MachineFraction.of("0123456789abcdef0123456789abcdef").value())
                .isEqualTo(0x63733f36d37bL * 0x1p-48);
    }

    @Test
    void putsMachinesAnywhereAlike() {
        var ids = new Random(1);

        var average = DoubleStream.generate(
                        () -> MachineFraction.of("%016x%016x".formatted(ids.nextLong(), ids.nextLong()))
                                .value())
                .limit(1000)
                .peek(value -> assertThat(value).isBetween(0.0, Math.nextDown(1.0)))
                .average();

        assertThat(average.orElseThrow()).isBetween(0.45, 0.55);
    }

    @Test
    void givesAMachineAnotherPlaceInEachRelease() {
        var id = "0123456789abcdef0123456789abcdef";

        assertThat(MachineFraction.of(id, "one")).isEqualTo(MachineFraction.of(id, "one"));
        assertThat(MachineFraction.of(id, "one")).isNotEqualTo(MachineFraction.of(id, "two"));
    }

    @Test
    void needsAnId() throws IOException {
        assertThat(MachineFraction.read(root)).isEmpty();

        var file = Files.createDirectory(root.resolve("etc")).resolve("machine-id");
        Files.writeString(file, "uninitialized\n");
        assertThat(MachineFraction.read(root)).isEmpty();

        Files.writeString(file, "0123456789abcdef0123456789abcdef\n");
        assertThat(MachineFraction.read(root)).contains(MachineFraction.of("0123456789abcdef0123456789abcdef"));
    }
}
