package dev.hearth.os.auto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.MaintenanceWindow;
import dev.hearth.os.UpdateConditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineFactsTest {
    private static final ZonedDateTime SATURDAY = ZonedDateTime.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path root;

    private void supply(String name, String... values) throws IOException {
        var directory =
                Files.createDirectories(root.resolve("sys/class/power_supply").resolve(name));
        for (var value : values) {
            var words = value.split("=", 2);
            Files.writeString(directory.resolve(words[0]), words[1] + "\n");
        }
    }

    private boolean isOnBattery() {
        return MachineFacts.read(root, new ScriptedProcesses()).onBattery();
    }

    @ParameterizedTest
    @CsvSource({"u 0, false", "u 1, true", "u 2, false", "u 3, true", "u 4, false", "'', false"})
    void asksNetworkManagerWhatTheNetworkCosts(String answer, boolean metered) {
        var name = "org.freedesktop.NetworkManager";
        var processes = new ScriptedProcesses()
                .answer(
                        answer + "\n",
                        "busctl",
                        "--system",
                        "get-property",
                        name,
                        "/org/freedesktop/NetworkManager",
                        name,
                        "Metered");

        assertThat(MachineFacts.read(root, processes).metered()).isEqualTo(metered);
    }

    @Test
    void takesANetworkThatNobodyKnowsForOneWithoutLimit() {
        assertThat(MachineFacts.read(root, new ScriptedProcesses()).metered()).isFalse();
        var refused = new ScriptedProcesses().installed("busctl").answerAny(1);
        assertThat(MachineFacts.read(root, refused).metered()).isFalse();
    }

    @Test
    void isOnBatteryWhenThatLosesChargeAndNothingIsPluggedIn() throws IOException {
        assertThat(isOnBattery()).isFalse();

        supply("AC", "type=Mains", "online=0");
        supply("BAT0", "type=Battery", "status=Discharging", "scope=System");
        assertThat(isOnBattery()).isTrue();

        supply("BAT0", "status=Full");
        assertThat(isOnBattery()).isFalse();

        supply("BAT0", "status=Discharging");
        supply("usb", "type=USB", "online=1");
        assertThat(isOnBattery()).isFalse();
    }

    @Test
    void passesOverTheBatteryOfAMouse() throws IOException {
        supply("mouse", "type=Battery", "status=Discharging", "scope=Device");
        assertThat(isOnBattery()).isFalse();
    }

    @Test
    void holdsAnUpdateForEachReason() {
        var window = MaintenanceWindow.parse("sun 02:00-05:00").orElseThrow();
        var conditions = new UpdateConditions(false, false, window);

        assertThat(Restraint.reasons(conditions, new MachineFacts(true, true), SATURDAY, false, null))
                .containsExactly(
                        "Updates are taken at sun 02:00-05:00, next from Sun 02:00 on",
                        "The network is metered",
                        "The machine runs on its battery");
        assertThat(Restraint.reasons(
                        new UpdateConditions(true, true, null), new MachineFacts(true, true), SATURDAY, false, null))
                .isEmpty();
    }
}
