package dev.hearth.os.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.machine.MachineReport.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MachineReportTest {
    private static final String COMMIT = "ab".repeat(32);
    private static final String WHOLE = """
            booted %s.0
            begin boots
            | all is well

            end 0 2
            begin sound
            | end 0 0
            | no card

            end 1 13
            done
            """.formatted(COMMIT).replace("\n", "\r\n");

    @Test
    void readsEachCheckWithWhatItSaid() {
        var report = MachineReport.parse(WHOLE);

        assertThat(report.booted()).isEqualTo(COMMIT);
        assertThat(report.answers())
                .containsExactly(
                        new Answer("boots", 0, 2, "all is well"), new Answer("sound", 1, 13, "end 0 0\nno card"));
        assertThat(report.trouble(COMMIT, tasks("boots", "sound"))).isNull();
    }

    @Test
    void isTroubleWhenTheMachineSaysNothing() {
        assertThat(MachineReport.parse("").trouble(COMMIT, tasks("boots"))).contains("did not come up");
    }

    @Test
    void isTroubleWhenAnotherCommitWasBooted() {
        assertThat(MachineReport.parse(WHOLE).trouble("cd".repeat(32), List.of()))
                .contains("another commit");
    }

    @Test
    void isTroubleWhenTheMachineEndedTooEarly() {
        var text = WHOLE.substring(0, WHOLE.indexOf("begin sound") + 20);

        assertThat(MachineReport.parse(text).trouble(COMMIT, tasks("boots", "sound")))
                .endsWith("'sound'");
    }

    @Test
    void isTroubleWhenACheckIsMissing() {
        assertThat(MachineReport.parse(WHOLE).trouble(COMMIT, tasks("boots", "network", "sound")))
                .endsWith("'network'");
    }

    private static List<MachineTask> tasks(String... names) {
        return Stream.of(names)
                .map(name -> MachineTask.program(name, "/check/" + name))
                .toList();
    }
}
