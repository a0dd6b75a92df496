package dev.hearth.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.bridge.HostCommands.Everything;
import dev.hearth.bridge.HostCommands.Only;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostRightsTest {
    private static final HostCommands LIST = new Only(List.of("/usr/bin/printenv"));
    private static final HostRights RIGHTS = new HostRights(
            new Everything(),
            Map.of("listed", new PetRights(LIST, List.of()), "all", new PetRights(new Everything(), List.of())));

    @Test
    void letsPetsThatShareTheHomeDoWhatIsSaidOfThemOrOfAll() {
        assertThat(RIGHTS.commands("other", false)).isEqualTo(new Everything());
        assertThat(RIGHTS.commands("listed", false)).isEqualTo(LIST);
    }

    @Test
    void letsPetsWithAnotherHomeDoOnlyWhatIsListedForThem() {
        assertThat(RIGHTS.commands("other", true)).isEqualTo(new Only(List.of()));
        assertThat(RIGHTS.commands("listed", true)).isEqualTo(LIST);
        assertThat(RIGHTS.commands("all", true)).isEqualTo(new Only(List.of()));
        assertThat(RIGHTS.exceeds("all")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.freedesktop.Notifications", "org.freedesktop.portal.*", "a.b-c._d"})
    void knowsNamesOnABus(String name) {
        assertThat(new BusName(name).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "org", "org..x", "org.1x", ":1.5", "org.x=y", "org.x --see=a.b", "org.*.x"})
    void refusesWhatIsNone(String name) {
        assertThatThrownBy(() -> new BusName(name)).isInstanceOf(InvalidBusName.class);
    }
}
