package dev.hearth.os.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.gate.Verdict.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateReportTest {
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
        var report = GateReport.parse(WHOLE);

        assertThat(report.booted()).isEqualTo(COMMIT);
        assertThat(report.checks())
                .containsExactly(
                        new Check("boots", 0, 2, "all is well"), new Check("sound", 1, 13, "end 0 0\nno card"));
        assertThat(report.trouble(COMMIT, List.of("boots", "sound"))).isNull();
    }

    @Test
    void isTroubleWhenTheMachineSaysNothing() {
        assertThat(GateReport.parse("").trouble(COMMIT, List.of("boots"))).contains("did not come up");
    }

    @Test
    void isTroubleWhenAnotherCommitWasBooted() {
        assertThat(GateReport.parse(WHOLE).trouble("cd".repeat(32), List.of())).contains("another commit");
    }

    @Test
    void isTroubleWhenTheMachineEndedTooEarly() {
        var text = WHOLE.substring(0, WHOLE.indexOf("begin sound") + 20);

        assertThat(GateReport.parse(text).trouble(COMMIT, List.of("boots", "sound")))
                .endsWith("'sound'");
    }

    @Test
    void isTroubleWhenACheckIsMissing() {
        assertThat(GateReport.parse(WHOLE).trouble(COMMIT, List.of("boots", "network", "sound")))
                .endsWith("'network'");
    }
}
