package dev.hearth.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessFactsTest {
    @Test
    void readsWhatTheKernelSays() {
        var facts = ProcessFacts.parse(List.of(
                "Name:\tcat",
                "Uid:\t0\t0\t0\t0",
                "CapBnd:\t0000003ffeffffff",
                "Limit                     Soft Limit           Hard Limit           Units     ",
                "Max open files            1024                 20000                files     ",
                "Max processes             unlimited            unlimited            processes ",
                "-500",
                "PATH=/usr/bin\0EMPTY=\0TEXT=a=b c\0"));

        assertThat(facts.orElseThrow().at("Uid")).isEqualTo("0\t0\t0\t0");
        assertThat(facts.orElseThrow().capabilities("CapBnd")).isEqualTo(0x3ffeffffffL);
        assertThat(facts.orElseThrow().limit("Max open files")).isEqualTo("1024 20000");
        assertThat(facts.orElseThrow().limit("Max processes")).isEqualTo("unlimited unlimited");
        assertThat(facts.orElseThrow().oom()).isEqualTo("-500");
        assertThat(facts.orElseThrow().environment()).containsExactly("PATH=/usr/bin", "EMPTY=", "TEXT=a=b c");
    }

    @Test
    void knowsNoEnvironmentThatAShellCouldNotSet() {
        assertThat(ProcessFacts.parse(List.of("0", "A=several", "lines\0"))).isEmpty();
        assertThat(ProcessFacts.parse(List.of("0", "not.a-name=b\0"))).isEmpty();
        assertThat(ProcessFacts.parse(List.of("cut off"))).isEmpty();
    }
}
