package dev.hearth.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.engine.ContainerUsage;
import dev.hearth.engine.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"inactive_file", "total_inactive_file"})
    void leavesOutWhatTheKernelOnlyKeeps(String name) {
        var stats = Json.parse("""
                {"cpu_stats": {"cpu_usage": {"total_usage": 1500000000}},
                 "memory_stats": {"usage": 5000, "stats": {"%s": 2000, "file": 4000}}}
                """.formatted(name));

        assertThat(UsageReader.read(stats)).contains(new ContainerUsage(Duration.ofMillis(1500), 3000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"cpu_stats\": {\"cpu_usage\": {\"total_usage\": 0}}, \"memory_stats\": {}}",
                "{\"cpu_stats\": 4, \"memory_stats\": {\"usage\": \"much\"}}"
            })
    void knowsNothingFromZerosAndOtherShapes(String answer) {
        assertThat(UsageReader.read(Json.parse(answer))).isEmpty();
    }

    @Test
    void doesNotTakeMoreAwayThanThereIs() {
        var stats = Json.parse("{\"memory_stats\": {\"usage\": 5000, \"stats\": {\"inactive_file\": 9000}}}");

        assertThat(UsageReader.read(stats)).contains(new ContainerUsage(Duration.ZERO, 5000));
    }
}
