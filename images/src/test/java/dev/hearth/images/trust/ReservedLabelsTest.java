package dev.hearth.images.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedLabelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev.hearth.spec", "dev.hearth.", "dev.hearth.anything.else"})
    void refusesWhatOnlyHearthMaySet(String label) {
        var failure = catchThrowableOfType(
                ForgedLabels.class, () -> ReservedLabels.refuse(image(Map.of(label, "x", "maintainer", "y"))));

        assertThat(failure)
                .hasMessage("The image 'quay.io/a:1' carries the label '" + label + "', which only hearth may set");
    }

    @Test
    void letsOtherLabelsPass() {
        var labels = Map.of(
                "devcontainer.metadata",
                "[]",
                "dev.hearth-image.recipe",
                "debian",
                "dev.hearthstone",
                "x",
                "maintainer",
                "y");

        assertThatCode(() -> ReservedLabels.refuse(image(labels))).doesNotThrowAnyException();
    }

    private static LocalImage image(Map<String, String> labels) {
        return new LocalImage(
                "sha256:1",
                List.of("quay.io/a:1"),
                List.of(),
                labels,
                1,
                Instant.EPOCH,
                Platform.linux("amd64"),
                List.of(),
                1);
    }
}
