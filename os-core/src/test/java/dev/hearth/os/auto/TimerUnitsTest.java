package dev.hearth.os.auto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TimerUnitsTest {
    private static final Path PACKAGED = Path.of("../cli/packaging/systemd");

    @Test
    void arePackagedAsHearthWouldWriteThem() {
        assertThat(PACKAGED.resolve(TimerUnits.TIMER)).hasContent(TimerUnits.timer(null));
        assertThat(PACKAGED.resolve(TimerUnits.SERVICE))
                .hasContent(TimerUnits.service(Path.of("/usr/lib/hearth/bin/hearth")));
    }
}
