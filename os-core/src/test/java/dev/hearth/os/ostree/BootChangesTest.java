package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.FakeOsEngine;
import dev.hearth.os.Marks;
import dev.hearth.os.NoRollback;
import dev.hearth.os.Source;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BootChangesTest {
    private static final Deployment STAGED = deployment("c").withMarks(Marks.NONE.asStaged());
    private static final Deployment PENDING = deployment("c");
    private static final Deployment BOOTED = deployment("b").withMarks(new Marks(true, false, false, false));
    private static final Deployment OLDER = deployment("a").withMarks(Marks.NONE.asRollback());

    private static Deployment deployment(String digit) {
        return FakeOsEngine.deployment(digit, "1", Source.Branch.parse("os:stable"));
    }

    @Test
    void rollsBackToWhatIsOlder() {
        assertThat(BootChanges.rollback(List.of(BOOTED, OLDER))).containsExactly(OLDER.id(), BOOTED.id());
        assertThatExceptionOfType(NoRollback.class).isThrownBy(() -> BootChanges.rollback(List.of(BOOTED)));
    }

    @Test
    void rollsBackToWhatRunsWhereSomethingElseWaits() {
        assertThat(BootChanges.rollback(List.of(PENDING, BOOTED, OLDER)))
                .containsExactly(BOOTED.id(), PENDING.id(), OLDER.id());
    }

    @Test
    void givesUpWhatIsStagedAndKeepsWhatIsOlder() {
        assertThat(BootChanges.rollback(List.of(STAGED, BOOTED, OLDER))).containsExactly(BOOTED.id(), OLDER.id());
        assertThat(BootChanges.cleanedUp(List.of(STAGED, BOOTED, OLDER), Set.of(Change.Leftover.PENDING)))
                .containsExactly(BOOTED.id(), OLDER.id());
    }
}
