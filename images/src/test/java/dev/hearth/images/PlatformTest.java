package dev.hearth.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "linux/amd64, linux/amd64",
        "linux/x86_64, linux/amd64",
        "Linux/AMD64/v1, linux/amd64",
        "linux/aarch64, linux/arm64",
        "linux/arm64/v8, linux/arm64",
        "linux/arm64/8, linux/arm64",
        "linux/arm, linux/arm",
        "linux/arm/v7, linux/arm",
        "linux/arm/v6, linux/arm/v6",
        "linux/armel, linux/arm/v6",
        "linux/armhf, linux/arm",
        "linux/i686, linux/386",
        "linux/ppc64el, linux/ppc64le",
        "linux/s390x, linux/s390x"
    })
    void hasOneSpellingForEach(String written, String spelled) {
        assertThat(Platform.parse(written)).hasToString(spelled).isEqualTo(Platform.parse(spelled));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "arm64", "linux/", "linux/arm64/", "linux/arm64/v8/x", "li nux/arm64", "../arm64"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Platform.parse(text))
                .isInstanceOf(InvalidPlatform.class)
                .hasMessage("'" + text + "' is not a platform");
    }

    @Test
    void tellsVariantsApart() {
        assertThat(Platform.parse("linux/amd64/v3")).isNotEqualTo(Platform.parse("linux/amd64"));
    }
}
