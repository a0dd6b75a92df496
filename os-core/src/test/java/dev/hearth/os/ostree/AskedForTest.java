package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.os.layer.Inactive;
import dev.hearth.os.layer.LayerItem;
import dev.hearth.os.layer.SetAside;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AskedForTest {
    private static final LayerItem TOOL = new LayerItem.Named("it-tool");

    @Test
    void letsEarlierRequestsBeWithoutEffect() {
        assertThatCode(() -> AskedFor.requireMet(
                        Set.of("it-other"),
                        List.of(new Inactive(TOOL, "the base has it-tool-1.0.all")),
                        List.of(new SetAside(new LayerItem.Named("it-broken"), "Its script failed"))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatCannotBeHad() {
        assertThatExceptionOfType(RequestFailed.class)
                .isThrownBy(() -> AskedFor.requireMet(
                        Set.of("it-tool"), List.of(), List.of(new SetAside(TOOL, "Unable to locate it-tool"))))
                .withMessage("'it-tool' cannot be had: Unable to locate it-tool");
    }

    @Test
    void refusesToLayerWhatTheBaseHasAndNamesTheOtherWay() {
        requireWithoutEffect(
                TOOL,
                "the base has it-tool-1.0.all",
                "'it-tool' would have no effect: the base has it-tool-1.0.all",
                "Nothing was changed. What the base has need not be layered;"
                        + " `hearth os override replace FILE` exchanges it.");
    }

    @Test
    void refusesToHideOrExchangeWhatTheBaseDoesNotHave() {
        requireWithoutEffect(
                new LayerItem.Removal("it-tool"),
                "the base has no package of this name",
                "'it-tool' would have no effect: the base has no package of this name",
                "Nothing was changed. `hearth os uninstall` takes away what is layered.");
        requireWithoutEffect(
                new LayerItem.Replacement(Path.of("copy"), "it-tool_1.0_all.deb"),
                "the base has no package of this name",
                "'it-tool_1.0_all.deb' would have no effect: the base has no package of this name",
                "Nothing was changed. `hearth os install FILE` adds a package that the base does not have.");
    }

    private static void requireWithoutEffect(LayerItem item, String why, String message, String hint) {
        assertThatExceptionOfType(RequestWithoutEffect.class)
                .isThrownBy(
                        () -> AskedFor.requireMet(Set.of(item.toString()), List.of(new Inactive(item, why)), List.of()))
                .withMessage(message)
                .satisfies(failure -> assertThat(failure.hint()).contains(hint));
    }
}
