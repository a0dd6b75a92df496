package dev.hearth.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentSelectionTest {
    private final CannedBase base = new CannedBase(Path.of("/none"))
            .with(CannedBase.deployment("a", "42.2", 2))
            .with(CannedBase.deployment("b", "1", 1))
            .with(CannedBase.deployment("c", "7", 1));

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 2", "42.2, 0", "7, 2", "bbbbbb, 1"})
    void findsByIndexVersionOrChecksum(String word, int index) {
        assertThat(selection().index(word)).isEqualTo(index);
    }

    @Test
    void takesANumberForAnIndexWhereThereIsOne() {
        assertThat(selection().index("1")).isEqualTo(1);
        base.with(CannedBase.deployment("d", "0", 1));
        assertThat(selection().index("0")).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"3, There is no deployment 3", "43, There is no deployment 43"})
    void saysHowManyThereAre(String word, String message) {
        assertThatExceptionOfType(NoSuchDeployment.class)
                .isThrownBy(() -> selection().index(word))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"43.1", "ffffff", "aaaa", "-1"})
    void knowsNoOther(String word) {
        assertThatExceptionOfType(DeploymentUnknown.class)
                .isThrownBy(() -> selection().index(word))
                .withMessage("There is no deployment '" + word + "'");
    }

    @Test
    void doesNotGuessBetweenTwo() {
        base.with(CannedBase.deployment("d", "42.2", 2));

        assertThatExceptionOfType(DeploymentUnknown.class)
                .isThrownBy(() -> selection().index("42.2"))
                .withMessage("Several deployments are '42.2': 0, 3");
    }

    private DeploymentSelection selection() {
        return new DeploymentSelection(base.status());
    }
}
