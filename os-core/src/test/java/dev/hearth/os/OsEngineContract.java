package dev.hearth.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every engine does alike. The base that a subclass prepares runs the first of two deployments, could be rolled back to
 * the second, and has one newer version at its source.
 */
public abstract class OsEngineContract {
    protected static final Change UPGRADE = new Change.Upgrade(false, false, false, false);
    protected static final Change ROLLBACK = new Change.Rollback(Change.Configuration.OLD);

    /** {@return one of each kind of change, all of which the base allows when the engine has them} */
    private List<Change> everyKind() {
        return List.of(
                UPGRADE,
                ROLLBACK,
                new Change.Rebase(another(), false),
                new Change.Deploy("33.16", false),
                new Change.Packages(List.of("fish"), List.of(), null, List.of(), false, false),
                new Change.Overrides(List.of("firefox"), List.of()),
                new Change.ResetOverrides(List.of()),
                new Change.Reset(true, true, true),
                new Change.Pin(1, true),
                new Change.Undeploy(1),
                new Change.Cleanup(Set.of(Change.Leftover.PENDING)),
                new Change.KernelArguments(List.of("quiet"), List.of(), List.of()),
                new Change.Unlock(false),
                new Change.Cancel(),
                new Change.Automatic(AutomaticUpdates.APPLY));
    }

    /** {@return the engine of a base that is prepared as described above} */
    protected abstract OsEngine engine();

    /** {@return something else that the base could follow} */
    protected String another() {
        return "quay.io/example/another:latest";
    }

    /** {@return the kinds of change that the engine does not have} */
    protected abstract Set<Class<? extends Change>> missing();

    @Test
    void tellsOfTheDeploymentsInBootOrder() {
        var engine = engine();

        var status = engine.status();

        assertThat(status.engine()).isEqualTo(engine.name());
        assertThat(status.deployments()).hasSize(2);
        assertThat(status.booted()).isEqualTo(status.next());
        assertThat(status.deployments())
                .extracting(one -> one.marks().rollback())
                .containsExactly(false, true);
        assertThat(status.needsReboot()).isFalse();
        assertThat(status.transaction()).isNull();
    }

    @Test
    void changesNothingByPlanning() {
        var engine = engine();
        var before = engine.status();

        for (var change : everyKind()) {
            if (missing().contains(change.getClass())) {
                assertThatThrownBy(() -> engine.plan(change)).isInstanceOf(NotOffered.class);
            } else {
                engine.plan(change);
            }
        }

        assertThat(engine.status()).isEqualTo(before);
    }

    @Test
    void refusesWhatItDoesNotHaveAndSaysWhatElseWouldDo() {
        var engine = engine();
        var before = engine.status();

        for (var change : everyKind()) {
            if (missing().contains(change.getClass())) {
                assertThatThrownBy(() -> engine.carryOut(change, _ -> {}))
                        .isInstanceOfSatisfying(
                                NotOffered.class,
                                failure -> assertThat(failure.hint()).isPresent());
            }
        }

        assertThat(engine.status()).isEqualTo(before);
    }

    @Test
    void upgradesToWhatThenBootsNext() {
        var engine = engine();
        var booted = engine.status().booted().orElseThrow().id();
        var planned = engine.plan(UPGRADE);
        var events = new ArrayList<OsEvent>();

        var outcome = engine.carryOut(UPGRADE, events::add);

        var after = engine.status();
        assertThat(outcome.changed()).isTrue();
        assertThat(outcome.deployment()).isEqualTo(after.next().orElseThrow().id());
        assertThat(outcome.sentence()).isNotBlank().doesNotEndWith(".");
        assertThat(after.needsReboot()).isTrue();
        assertThat(after.booted().orElseThrow().id()).isEqualTo(booted);
        assertThat(planned).isNotEmpty();
        assertThat(events).filteredOn(OsEvent.Began.class::isInstance).isEqualTo(began(planned));
    }

    private static List<OsEvent> began(List<Step> steps) {
        return steps.stream().<OsEvent>map(OsEvent.Began::new).toList();
    }

    @Test
    void saysThatAnUpgradeFoundNothingNewer() {
        var engine = engine();
        engine.carryOut(UPGRADE, _ -> {});
        var before = engine.status();

        var outcome = engine.carryOut(UPGRADE, _ -> {});

        assertThat(outcome.changed()).isFalse();
        assertThat(outcome.deployment()).isNull();
        assertThat(engine.status()).isEqualTo(before);
    }

    @Test
    void rollsBackToTheOlderDeployment() {
        var engine = engine();
        var older = engine.status().deployments().get(1).id();

        var outcome = engine.carryOut(ROLLBACK, _ -> {});

        assertThat(outcome.deployment()).isEqualTo(older);
        assertThat(engine.status().next().orElseThrow().id()).isEqualTo(older);
    }

    @Test
    void knowsOfAnUpdateWhenAsked() {
        var engine = engine();

        var update = engine.check(false);

        assertThat(update.isAvailable()).isTrue();
        assertThat(update.source().text())
                .isEqualTo(engine.status().next().orElseThrow().source().text());
    }

    @Test
    void keepsTheDeploymentThatRuns() {
        var engine = engine();

        assertThatThrownBy(() -> engine.carryOut(new Change.Undeploy(0), _ -> {}))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> engine.carryOut(new Change.Undeploy(7), _ -> {}))
                .isInstanceOf(Failure.class);

        assertThat(engine.status().deployments()).hasSize(2);
    }
}
