package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.CannedBase;
import dev.hearth.os.Change;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.Signing;
import dev.hearth.os.Update;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What happens to the base by itself. */
class OsAutomaticTest extends OsFixture {
    @Test
    void saysWhenItIsThisMachinesTurn() {
        base.with(OLD, "booted").updating(AutomaticUpdates.STAGE).knowing(rolledOut("2026-01-31T00:00:00Z"));

        golden("os-auto/turn", hearth.run("os", "auto"));
        golden("os-auto/turn-json", hearth.run("os", "auto", "--format=json"));
        golden("os-auto/run-waiting", hearth.run("os", "auto", "run"));
        golden("os-auto/run-waiting-json", hearth.run("os", "auto", "run", "--format=json"));
        golden("os-auto/run-dry", hearth.run("os", "auto", "run", "--dry-run"));
        assertThat(base.changes()).isEmpty();
    }

    @Test
    void doesWhatIsToHappenByItself() {
        base.with(OLD, "booted").updating(AutomaticUpdates.CHECK).knowing(rolledOut("2026-01-01T00:00:00Z"));
        golden("os-auto/run-found", hearth.run("os", "auto", "run"));

        base.updating(AutomaticUpdates.APPLY).answering(dev.hearth.os.Outcome.changed(NEW.id(), "Boots next: b"));
        hearth.ports().scripted().answer("", "systemctl", "reboot");
        golden("os-auto/run-upgraded", hearth.run("os", "auto", "run"));
        golden("os-auto/run-upgraded-json", hearth.run("os", "auto", "run", "--format=json"));
        assertThat(base.changes()).containsOnly(new Change.Upgrade(false, false, false, false));

        base.updating(AutomaticUpdates.NONE);
        assertThat(hearth.run("os", "auto", "run").out()).isEqualTo("Nothing is to happen by itself\n");
        assertThat(hearth.as(1000).run("os", "auto", "run").status()).isEqualTo(6);
    }

    private static Update rolledOut(String start) {
        return new Update(CannedBase.SOURCE, NEW.commit(), Signing.NOT_REQUIRED, null)
                .withRollout(new RolloutWindow(Instant.parse(start), Duration.ofDays(2)));
    }
}
