package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TmpfilesTest {
    @Test
    void writesLinesThatSystemdReadsBackAsTheyWereMeant() {
        assertThat(Tmpfiles.directory("/var/lib/x", 02750, 0, 42)).isEqualTo("d /var/lib/x 2750 0 42 -");
        assertThat(Tmpfiles.link("/var/opt/x", "../../usr/lib/opt/x"))
                .isEqualTo("L /var/opt/x - - - - ../../usr/lib/opt/x");
        assertThat(Tmpfiles.copy("/var/lib/a b/100%", 0644, 1, 2)).isEqualTo("C \"/var/lib/a b/100%%\" 0644 1 2 -");
        assertThat(Tmpfiles.directory("/var/a\nb\"c\\", 0755, 0, 0)).isEqualTo("d \"/var/a\\nb\\\"c\\\\\" 0755 0 0 -");
    }

    @Test
    void knowsThePathsThatLinesName() {
        assertThat(Tmpfiles.paths(Stream.of(
                        "# comment",
                        "",
                        "d /var/log/ 0755 root root -",
                        "L+! /var/x - - - - y",
                        "C \"/var/a b\"",
                        "q /var/tmp")))
                .containsExactlyInAnyOrder("/var/log", "/var/x", "/var/a b", "/var/tmp");
    }
}
