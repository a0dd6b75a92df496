package dev.hearth.os.auto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Change;
import dev.hearth.os.FakeOsEngine;
import dev.hearth.os.History;
import dev.hearth.os.NotOffered;
import dev.hearth.os.Request;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.Update;
import dev.hearth.os.auto.AutomaticRun.Result;
import dev.hearth.os.health.BootHealth;
import dev.hearth.os.health.HealthChecks;
import dev.hearth.os.health.HealthStore;
import dev.hearth.os.rollout.MachineFraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AutomaticRunTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final Duration TEN_DAYS = Duration.ofDays(10);
    private static final Request REQUEST = new Request("root", "hearth os auto run", null);

    @TempDir
    private Path root;

    private final FakeOsEngine engine = FakeOsEngine.typical();
    private Update newest;
    private Instant now = START;

    @BeforeEach
    void giveTheMachineAnId() throws IOException {
        Files.writeString(Files.createDirectory(root.resolve("etc")).resolve("machine-id"), ID + "\n");
        newest = engine.check(false);
    }

    private BaseOs os() {
        return new BaseOs(engine, new History(root.resolve("history"), clock(), 1));
    }

    private InstantSource clock() {
        return () -> now;
    }

    private void choose(AutomaticUpdates policy) {
        engine.carryOut(new Change.Automatic(policy), _ -> {});
    }

    private Update rollOut() {
        newest = newest.withRollout(new RolloutWindow(START, TEN_DAYS));
        engine.having(newest);
        return newest;
    }

    private Result run() {
        return new AutomaticRun(os(), new Phasing(root, clock()), restraint()).carryOut(REQUEST, _ -> {});
    }

    private Restraint restraint() {
        var checks = new HealthChecks(root, 0, new ScriptedProcesses(), _ -> {});
        var health = new BootHealth(os(), checks, new HealthStore(root), root, clock());
        return new Restraint(root, new ScriptedProcesses(), () -> health, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    @Test
    void waitsForItsWindow() throws IOException {
        choose(AutomaticUpdates.STAGE);
        write("etc/hearth/auto.yaml", "policy: stage\nwindow: {from: \"02:00\", to: \"05:00\"}\n");

        assertThat(run())
                .isEqualTo(
                        new Result.Held(newest, List.of("Updates are taken at 02:00-05:00, next from Fri 02:00 on")));
        assertThat(engine.status().deployments()).hasSize(2);

        now = START.plus(Duration.ofHours(3));
        assertThat(run()).isInstanceOf(Result.Upgraded.class);
    }

    @Test
    void leavesAVersionAloneThatWasLeft() throws IOException {
        choose(AutomaticUpdates.STAGE);
        write(
                "var/lib/hearth/health/state.json",
                "{\"schema\":1,\"rejected\":[{\"deployment\":\"os-1\",\"commit\":\"" + checksum()
                        + "\",\"time\":\"2026-11-19T00:00:00Z\",\"reason\":\"it has no sound\",\"to\":\"os-0\"}]}");

        assertThat(run())
                .isEqualTo(new Result.Held(newest, List.of("It was left at 2026-11-19T00:00:00Z: it has no sound")));
    }

    @Test
    void keepsTheWayBackWhileWhatRunsIsOnTrial() throws IOException {
        choose(AutomaticUpdates.STAGE);
        var booted = engine.status().deployments().getFirst().id();
        write("var/lib/hearth/health/boots", "0b7c8f5e-1111-4222-8333-444455556666 " + booted + "\n");

        assertThat(run())
                .isInstanceOfSatisfying(
                        Result.Held.class,
                        held -> assertThat(held.reasons())
                                .singleElement()
                                .asString()
                                .startsWith("What runs is on trial"));
    }

    private String checksum() {
        return Objects.requireNonNull(newest.commit()).checksum();
    }

    private Instant turn() {
        return START.plusSeconds(Math.round(
                TEN_DAYS.toSeconds() * MachineFraction.of(ID, checksum()).value()));
    }

    @Test
    void doesNothingWithoutAPolicy() {
        assertThat(run()).isEqualTo(new Result.Off());
    }

    @Test
    void goesBackAtOnceFromWhatWasWithdrawn() {
        choose(AutomaticUpdates.STAGE);
        engine.having(newest.withWithdrawn(new Update.Withdrawn("42.2", "it has no sound")));

        assertThat(run()).isInstanceOf(Result.Upgraded.class);
    }

    @Test
    void onlyLooks() {
        choose(AutomaticUpdates.CHECK);

        assertThat(run()).isEqualTo(new Result.Found(newest));
        assertThat(engine.status().deployments()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void isDoneWhereNothingIsNewer(AutomaticUpdates policy) {
        choose(policy);
        engine.carryOut(new Change.Upgrade(false, false, false, false), _ -> {});

        assertThat(run()).isEqualTo(new Result.NothingNewer());
        assertThat(os().history()).isEmpty();
    }

    @Test
    void upgradesAndNotesWhy() {
        choose(AutomaticUpdates.STAGE);

        assertThat(run())
                .isInstanceOfSatisfying(
                        Result.Upgraded.class,
                        upgraded -> assertThat(upgraded.reboot()).isFalse());
        assertThat(engine.status().deployments()).hasSize(3);
        assertThat(os().history().getFirst().request()).isEqualTo(REQUEST);
    }

    @Test
    void rebootsIntoWhatIsNewAndNothingElse() {
        choose(AutomaticUpdates.APPLY);

        assertThat(run())
                .isInstanceOfSatisfying(
                        Result.Upgraded.class,
                        upgraded -> assertThat(upgraded.reboot()).isTrue());
        assertThat(run()).isEqualTo(new Result.NothingNewer());
    }

    @Test
    void waitsForItsTurn() {
        choose(AutomaticUpdates.STAGE);
        var update = rollOut();
        now = turn().minusSeconds(1);

        assertThat(run()).isEqualTo(new Result.Waiting(update, turn()));
        assertThat(engine.status().deployments()).hasSize(2);

        now = turn();
        assertThat(run()).isInstanceOf(Result.Upgraded.class);
    }

    @Test
    void comesLastWithoutAnId() throws IOException {
        Files.delete(root.resolve("etc/machine-id"));
        var update = rollOut();

        assertThat(new Phasing(root, clock()).turn(update)).contains(START.plus(TEN_DAYS));
    }

    @Test
    void isNotForEnginesWithATimerOfTheirOwn() {
        var other = new BaseOs(new FakeOsEngine("bootc"), new History(root.resolve("history"), clock(), 1));

        assertThatExceptionOfType(NotOffered.class)
                .isThrownBy(() ->
                        new AutomaticRun(other, new Phasing(root, clock()), restraint()).carryOut(REQUEST, _ -> {}));
    }
}
