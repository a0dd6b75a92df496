package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateSourceTest {
    @Test
    void isAFileOrARepository() {
        assertThat(UpdateSource.parse("https://example.org/agent_amd64.deb"))
                .isEqualTo(new UpdateSource.File(URI.create("https://example.org/agent_amd64.deb")));
        assertThat(UpdateSource.parse("http://example.org/agent"))
                .isEqualTo(new UpdateSource.Repository(URI.create("http://example.org/agent"), List.of()));
        var suite = UpdateSource.parse("https://example.org/deb  stable main");
        assertThat(suite)
                .isEqualTo(
                        new UpdateSource.Repository(URI.create("https://example.org/deb"), List.of("stable", "main")));
        assertThat(UpdateSource.parse(suite.text())).isEqualTo(suite);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agent",
                "ftp://example.org/agent",
                "file:///srv/agent",
                "https:///agent",
                "https://a:b@example.org",
                "https://example.org/'x'",
                "https://example.org/deb [trusted=yes]",
                "https://[::1]/deb"
            })
    void hasAnAddress(String text) {
        assertThatExceptionOfType(InvalidUpdateSource.class)
                .isThrownBy(() -> UpdateSource.parse(text))
                .withMessage("'" + text + "' is no address that newer versions can be taken from");
    }

    @Test
    void isNoFileThatAnybodyCouldSend() {
        assertThatExceptionOfType(InvalidUpdateSource.class)
                .isThrownBy(() -> UpdateSource.parse("http://example.org/agent.rpm"))
                .withMessage("Nothing vouches for what comes from 'http://example.org/agent.rpm'");
    }
}
