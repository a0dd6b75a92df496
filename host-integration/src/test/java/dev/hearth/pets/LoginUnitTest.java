package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginUnitTest {
    private static final PetName DEV = new PetName("dev");

    @Test
    void startsThePetOnItsEngine() {
        assertThat(new LoginUnit(DEV, Path.of("/opt/hearth/bin/hearth"), "podman", null).text())
                .isEqualTo("""
                        [Unit]
                        Description=Pet container dev

                        [Service]
                        Type=oneshot
                        RemainAfterExit=yes
                        ExecStart="/opt/hearth/bin/hearth" --engine "podman" start dev
                        ExecStop="/opt/hearth/bin/hearth" --engine "podman" stop dev

                        [Install]
                        WantedBy=default.target
                        """);
    }

    @Test
    void quotesByTheRulesOfUnits() {
        var unit = new LoginUnit(DEV, Path.of("/my \"tools\"/100%/$x\\y"), "unix:///run/my $1.sock", "/java $1/25%");

        assertThat(unit.text()).contains("""
                        Environment="JAVA_HOME=/java $1/25%%"
                        ExecStart="/my \\"tools\\"/100%%/$x\\\\y" --engine "unix:///run/my $$1.sock" start dev
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/hearth/bin/hearth", "/my \"tools\"/100%/$x\\y/$$%%\\\\\"", "/größe/\\"})
    void findsTheLauncherInItsOwnText(String launcher) {
        var text = new LoginUnit(DEV, Path.of(launcher), "docker", null).text();

        assertThat(LoginUnit.launcher(text)).hasValue(Path.of(launcher));
    }

    @Test
    void findsNoLauncherInWhatSomebodyElseWrote() {
        assertThat(LoginUnit.launcher("[Service]\nExecStart=/usr/bin/true\n")).isEmpty();
    }
}
