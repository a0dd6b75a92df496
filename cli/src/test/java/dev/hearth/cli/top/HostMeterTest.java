package dev.hearth.cli.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostMeterTest {
    @TempDir
    Path root;

    @Test
    void comparesTwoMoments() throws IOException {
        var earlier = sample("cpu  100 0 100 700 100 0 0 0 50 0");
        var later = sample("cpu  150 0 150 800 100 0 0 0 60 0");

        assertThat(later.memory()).isEqualTo(600 * 1024);
        assertThat(later.memoryTotal()).isEqualTo(1000 * 1024);
        assertThat(later.diskFree()).isPositive();
        assertThat(later.processorSince(earlier)).isEqualTo(100.0);
        assertThat(later.processorSince(later)).isNull();
        assertThat(later.processorSince(HostMeter.Sample.NOTHING)).isNull();
    }

    @Test
    void saysNothingWhereTheKernelDoesNot() throws IOException {
        assertThat(new HostMeter(root, root).sample()).isEqualTo(HostMeter.Sample.NOTHING);
        assertThat(sample("nonsense")).isEqualTo(HostMeter.Sample.NOTHING);
    }

    private HostMeter.Sample sample(String processors) throws IOException {
        var proc = Files.createDirectories(root.resolve("proc"));
        Files.writeString(proc.resolve("stat"), processors + "\ncpu0 1 1 1 1\ncpu1 1 1 1 1\nintr 5\n");
        Files.writeString(proc.resolve("meminfo"), "MemTotal:  1000 kB\nMemFree: 1 kB\nMemAvailable:  400 kB\n");
        return new HostMeter(root, root).sample();
    }
}
