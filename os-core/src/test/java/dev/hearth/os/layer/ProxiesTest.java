package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, HTTP @ proxy/<unresolved>:3128",
        "http://example.org/a, HTTP @ plain/<unresolved>:80",
        "https://example.net/a, DIRECT",
        "https://www.example.net/a, DIRECT",
        "https://notexample.net/a, HTTP @ proxy/<unresolved>:3128"
    })
    void areChosenByTheUsualVariables(URI address, String expected) {
        var proxies = new Proxies(Map.of(
                "https_proxy", "http://proxy:3128", "http_proxy", "plain", "no_proxy", "localhost, .example.net"));

        assertThat(proxies.select(address)).singleElement().hasToString(expected);
    }
}
