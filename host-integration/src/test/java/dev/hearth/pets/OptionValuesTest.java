package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.ContainerRequest.PublishedPort;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionValuesTest {
    @ParameterizedTest
    @CsvSource({
        "6291456,6291456",
        "6m,6291456",
        "512M,536870912",
        "2g,2147483648",
        "1.5GiB,1610612736",
        "1tb,1099511627776"
    })
    void readsMemoryInBinaryUnits(String text, long bytes) {
        assertThat(OptionValues.memory(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1m", "-2g", "2 g", "g", "2x", "1e9", "999999999999t"})
    void refusesOtherMemory(String text) {
        assertThatThrownBy(() -> OptionValues.memory(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("'" + text + "' is not an amount of memory");
    }

    @Test
    void readsProcessors() {
        assertThat(OptionValues.cpus("2")).isEqualTo(2);
        assertThat(OptionValues.cpus("0.5")).isEqualTo(0.5);
        assertThatThrownBy(() -> OptionValues.cpus("0")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> OptionValues.cpus("NaN")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void readsPorts() {
        assertThat(OptionValues.port("8080:80")).isEqualTo(new PublishedPort("", 8080, 80, "tcp"));
        assertThat(OptionValues.port("53:53/udp")).isEqualTo(new PublishedPort("", 53, 53, "udp"));
        assertThat(OptionValues.port("127.0.0.1:1:65535")).isEqualTo(new PublishedPort("127.0.0.1", 1, 65_535, "tcp"));
        assertThat(OptionValues.port("[::1]:80:80/tcp")).isEqualTo(new PublishedPort("::1", 80, 80, "tcp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "0:80", "80:65536", "80:80/sctp", "::1:80:80", "host:80:80", "80:80 ", "a:b"})
    void refusesOtherPorts(String text) {
        assertThatThrownBy(() -> OptionValues.port(text)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @CsvSource({"90s,90", "30m,1800", "1h30m,5400", "2h,7200"})
    void readsLengthsOfTime(String text, long seconds) {
        assertThat(OptionValues.duration(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "30", "m", "-5m", "1m1h", "1.5h"})
    void refusesOtherLengthsOfTime(String text) {
        assertThatThrownBy(() -> OptionValues.duration(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void readsLabelsWithAnyValue() {
        assertThat(OptionValues.label("team=a=b\n$(x)")).isEqualTo(Map.entry("team", "a=b\n$(x)"));
        assertThat(OptionValues.label("flag")).isEqualTo(Map.entry("flag", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=x", "-x=y", "a b=c", "dev.hearth.spec={}", "devcontainer.metadata=x"})
    void refusesLabelsThatAreMalformedOrHearthsOwn(String text) {
        assertThatThrownBy(() -> OptionValues.label(text)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcc", "libstdc++6", "python3-django", "gcc:arm64", "@development-tools", "perl(Foo::Bar)"})
    void takesNamesOfPackages(String text) {
        assertThat(OptionValues.packageName(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-y", "a b", "a\nb", " gcc", "größe"})
    void refusesWhatIsNoPackage(String text) {
        assertThatThrownBy(() -> OptionValues.packageName(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void readsDevices() {
        assertThat(OptionValues.device("/dev/kvm")).isEqualTo("/dev/kvm");
        assertThat(OptionValues.device("nvidia.com/gpu=all")).isEqualTo("nvidia.com/gpu=all");
        assertThat(OptionValues.device("/dev/sda:/dev/disk:r")).isEqualTo("/dev/sda:/dev/disk:r");
        assertThatThrownBy(() -> OptionValues.device("/dev/sda:rx")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> OptionValues.device("/etc/shadow")).isInstanceOf(InvalidValue.class);
    }
}
