package dev.hearth.os.rpmostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.AutomaticUpdates;
import org.junit.jupiter.api.Test;

class DaemonConfigurationTest {
    @Test
    void keepsEveryOtherLine() {
        var before = """
                # Entries in this file show the compile time defaults.

                [Daemon]
                #AutomaticUpdatePolicy=none
                 AutomaticUpdatePolicy = check
                IdleExitTimeout=60

                [Experimental]
                AutomaticUpdatePolicy=not ours
                """;

        var after = DaemonConfiguration.parse(before).with(AutomaticUpdates.APPLY);

        assertThat(after).hasToString(before.replace(" AutomaticUpdatePolicy = check", "AutomaticUpdatePolicy=apply"));
        assertThat(after.policy()).isEqualTo(AutomaticUpdates.APPLY);
    }

    @Test
    void addsTheLineToItsGroup() {
        var before = "[Daemon]\n#AutomaticUpdatePolicy=none\n[Other]\n";

        assertThat(DaemonConfiguration.parse(before).with(AutomaticUpdates.STAGE))
                .hasToString("[Daemon]\nAutomaticUpdatePolicy=stage\n#AutomaticUpdatePolicy=none\n[Other]\n");
    }

    @Test
    void addsTheGroupToAFileWithoutIt() {
        assertThat(DaemonConfiguration.parse("").with(AutomaticUpdates.CHECK))
                .hasToString("[Daemon]\nAutomaticUpdatePolicy=check\n");
        assertThat(DaemonConfiguration.parse("# nothing\n").policy()).isEqualTo(AutomaticUpdates.NONE);
        assertThat(DaemonConfiguration.parse("AutomaticUpdatePolicy=apply\n").policy())
                .isEqualTo(AutomaticUpdates.NONE);
    }

    @Test
    void takesTheLastOfSeveral() {
        var twice = DaemonConfiguration.parse("[Daemon]\nAutomaticUpdatePolicy=check\nAutomaticUpdatePolicy=stage\n");

        assertThat(twice.policy()).isEqualTo(AutomaticUpdates.STAGE);
        assertThat(twice.with(AutomaticUpdates.NONE).policy()).isEqualTo(AutomaticUpdates.NONE);
    }
}
