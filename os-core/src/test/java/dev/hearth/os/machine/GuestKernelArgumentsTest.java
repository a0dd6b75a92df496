package dev.hearth.os.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuestKernelArgumentsTest {
    @Test
    void keepsWhatIsNotAboutAnotherMachinesDisksAndScreen() {
        var own = List.of(
                "root=UUID=1",
                "rootflags=subvol=root",
                "rd.luks.uuid=2",
                "luks.name=3=home",
                "ro",
                "quiet",
                "rhgb",
                "console=tty0",
                "rootless=1",
                "mitigations=off",
                "systemd.unit=graphical.target");

        assertThat(GuestKernelArguments.of(own, "there"))
                .containsExactly(
                        "rootless=1",
                        "mitigations=off",
                        "systemd.unit=graphical.target",
                        "root=LABEL=there",
                        "rw",
                        "console=ttyS0",
                        "panic=-1",
                        "systemd.show_status=1");
    }
}
