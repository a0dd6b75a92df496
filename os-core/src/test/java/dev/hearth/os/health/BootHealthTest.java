package dev.hearth.os.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.FakeOsEngine;
import dev.hearth.os.History;
import dev.hearth.os.Marks;
import dev.hearth.os.Request;
import dev.hearth.os.Source;
import dev.hearth.os.health.HealthState.Why;
import dev.hearth.os.health.Verdict.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boots of a machine, one after the other, with real checks and a base in memory. */
class BootHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Request REQUEST = new Request("root", "hearth os health run", null);
    private static final Source SOURCE = Source.Branch.parse("fedora:fedora/42/x86_64/silverblue");
    private static final Deployment NEW = FakeOsEngine.deployment("a", "42.2", SOURCE);
    private static final Deployment OLD = FakeOsEngine.deployment("b", "42.1", SOURCE);

    @TempDir
    private Path directory;

    private Path root;
    private FakeOsEngine engine = FakeOsEngine.typical();

    @BeforeEach
    void makeHost() throws IOException {
        root = directory.toRealPath().resolve("root");
        write("etc/hearth/health.yaml", "units: []\n");
        boot();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private void boot() throws IOException {
        write("proc/sys/kernel/random/boot_id", UUID.randomUUID() + "\n");
    }

    /** Boots, and comes no further than to where that is counted. */
    private void bootInVain() throws IOException {
        boot();
        var id =
                Files.readString(root.resolve("proc/sys/kernel/random/boot_id")).strip();
        var log = root.resolve("var/lib/hearth/health/boots");
        Files.createDirectories(log.getParent());
        var before = Files.exists(log) ? Files.readString(log) : "";
        Files.writeString(log, before + "\n" + id + " " + NEW.id() + "\n");
    }

    private void check(String file, String script) throws IOException {
        write("etc/hearth/check/" + file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(
                root.resolve("etc/hearth/check/" + file), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void failing() throws IOException {
        check("required.d/net", "echo no route; exit 1");
    }

    private BaseOs os() {
        return new BaseOs(engine, new History(root.resolve("history"), () -> NOW, 1));
    }

    private BootHealth health() throws IOException {
        var processes = new HostProcesses(new Environment(Map.of("PATH", "/usr/bin:/bin")), _ -> {});
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(root, "unix:uid"));
        return new BootHealth(
                os(), new HealthChecks(root, owner, processes, _ -> {}), new HealthStore(root), root, () -> NOW);
    }

    private Verdict judge() throws IOException {
        return health().judge(REQUEST, false, _ -> {});
    }

    private Verdict bootAndJudge() throws IOException {
        boot();
        return judge();
    }

    private @Nullable Why settled(Deployment deployment) {
        return new HealthStore(root)
                .read()
                .settled(deployment.id())
                .map(HealthState.Settled::why)
                .orElse(null);
    }

    private Deployment next() {
        return engine.status().deployments().getFirst();
    }

    /** The machine runs what was brought back. */
    private void bootOld() throws IOException {
        engine = new FakeOsEngine("ostree")
                .with(OLD.withMarks(new Marks(true, false, false, false)))
                .with(NEW.withMarks(Marks.NONE.asRollback()));
        boot();
    }

    @Test
    void keepsWhatPasses() throws IOException {
        check("required.d/net", "echo up");
        check("wanted.d/mail", "echo no mail; exit 1");

        var verdict = bootAndJudge();

        assertThat(verdict.kind()).isEqualTo(Kind.HEALTHY);
        assertThat(verdict.reboot()).isFalse();
        assertThat(verdict.results())
                .containsExactly(
                        new CheckResult("net", true, true, "up"), new CheckResult("mail", false, false, "no mail"));
        assertThat(settled(NEW)).isEqualTo(Why.HEALTHY);
        assertThat(judge().kind()).isEqualTo(Kind.DONE);
        assertThat(health().report(engine.status()).failed()).hasSize(1);
    }

    @Test
    void bringsTheOldOneBackAfterThreeBoots() throws IOException {
        failing();

        for (int attempt = 1; attempt <= 2; attempt++) {
            var verdict = bootAndJudge();
            assertThat(verdict.kind()).isEqualTo(Kind.TRYING);
            assertThat(verdict.attempt()).isEqualTo(attempt);
            assertThat(verdict.reboot()).isTrue();
            assertThat(next().id()).isEqualTo(NEW.id());
        }
        assertThat(health().report(engine.status()).tries()).isEqualTo(2);
        var last = bootAndJudge();

        assertThat(last.kind()).isEqualTo(Kind.BROUGHT_BACK);
        assertThat(last.reboot()).isTrue();
        assertThat(next().id()).isEqualTo(OLD.id());
        var reason = "in the last of 3 boots the required check 'net' said: no route";
        assertThat(os().history().getFirst().request()).isEqualTo(new Request("root", "hearth os health run", reason));
        assertThat(health().rejected(NEW.id().checksum()))
                .hasValueSatisfying(left -> assertThat(left.reason()).isEqualTo(reason));
        assertThat(settled(OLD)).isEqualTo(Why.BROUGHT_BACK);
        assertThat(judge().kind()).isEqualTo(Kind.DONE);
    }

    @Test
    void staysWhereItWasBroughtBackTo() throws IOException {
        failing();
        bootAndJudge();
        bootAndJudge();
        bootAndJudge();

        for (int boot = 0; boot < 4; boot++) {
            bootOld();
            var verdict = judge();
            assertThat(verdict.kind()).isEqualTo(Kind.FAILING);
            assertThat(verdict.reboot()).isFalse();
            assertThat(next().id()).isEqualTo(OLD.id());
        }
    }

    @Test
    void countsBootsThatComeToNoEnd() throws IOException {
        check("required.d/net", "echo was run >" + root.resolve("run-here"));
        bootInVain();
        bootInVain();
        bootInVain();

        bootInVain();
        var verdict = judge();

        assertThat(verdict.kind()).isEqualTo(Kind.BROUGHT_BACK);
        assertThat(verdict.sentence()).contains("none of 3 boots came to where it is checked");
        assertThat(next().id()).isEqualTo(OLD.id());
        assertThat(root.resolve("run-here")).doesNotExist();
    }

    @Test
    void countsBootsOfBothKindsTogether() throws IOException {
        failing();
        bootInVain();
        assertThat(bootAndJudge().attempt()).isEqualTo(2);
        bootInVain();

        bootInVain();
        assertThat(judge().sentence()).contains("'net' said: no route");
        assertThat(next().id()).isEqualTo(OLD.id());
    }

    @Test
    void passesOverALineThatThePowerFailedIn() throws IOException {
        bootInVain();
        var log = root.resolve("var/lib/hearth/health/boots");
        Files.writeString(log, Files.readString(log) + "\n0b7c8f5e-11");
        check("required.d/net", "exit 1");

        assertThat(bootAndJudge().attempt()).isEqualTo(2);
    }

    @Test
    void onlyTellsOfWhatWasHealthyOnce() throws IOException {
        check("required.d/net", "exit 0");
        bootAndJudge();
        failing();

        for (int boot = 0; boot < 4; boot++) {
            var verdict = bootAndJudge();
            assertThat(verdict.kind()).isEqualTo(Kind.FAILING);
            assertThat(verdict.reboot()).isFalse();
        }
        assertThat(next().id()).isEqualTo(NEW.id());
    }

    @Test
    void trustsWhatRanBefore() throws IOException {
        failing();
        health().trustBooted();

        assertThat(bootAndJudge().kind()).isEqualTo(Kind.FAILING);
        assertThat(settled(NEW)).isEqualTo(Why.IN_USE);
    }

    @Test
    void doesNotRebootForEverWithoutAWayBack() throws IOException {
        failing();
        engine = new FakeOsEngine("ostree").with(NEW.withMarks(new Marks(true, false, false, false)));
        bootAndJudge();
        bootAndJudge();

        var verdict = bootAndJudge();
        assertThat(verdict.kind()).isEqualTo(Kind.FAILING);
        assertThat(verdict.sentence()).contains("there is no older deployment to bring back");
        assertThat(verdict.reboot()).isFalse();
        assertThat(settled(NEW)).isEqualTo(Why.NO_WAY_BACK);
        assertThat(bootAndJudge().reboot()).isFalse();
    }

    @Test
    void leavesWhatBootsNextAlready() throws IOException {
        failing();
        bootAndJudge();
        bootAndJudge();
        engine.carryOut(new Change.Upgrade(false, false, false, false), _ -> {});
        var upgraded = next();

        var verdict = bootAndJudge();

        assertThat(verdict.sentence()).contains("another deployment boots next already");
        assertThat(next()).isEqualTo(upgraded);
        assertThat(settled(NEW)).isNull();
    }

    @Test
    void tellsWhenTheEngineCannotGoBack() throws IOException {
        failing();
        engine.without(Change.Rollback.class);
        bootAndJudge();
        bootAndJudge();

        var verdict = bootAndJudge();

        assertThat(verdict.kind()).isEqualTo(Kind.FAILING);
        assertThat(verdict.reboot()).isFalse();
        assertThat(new HealthStore(root).read().rejected(NEW.id().checksum()))
                .hasValueSatisfying(left -> assertThat(left.failure()).isNotNull());
        assertThat(settled(OLD)).isNull();
    }

    @Test
    void doesNothingWhereItCannotWriteDownWhat() throws IOException {
        failing();
        Files.createDirectories(root.resolve("var/lib/hearth"));
        Files.writeString(root.resolve("var/lib/hearth/health"), "a file, where a directory has to be");

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::bootAndJudge);
        assertThat(next().id()).isEqualTo(NEW.id());
    }

    @Test
    void leavesTheRebootToTheUserWhereThatIsWanted() throws IOException {
        failing();
        write("etc/hearth/health.yaml", "units: []\nreboot: false\ntries: 1\n");

        var verdict = bootAndJudge();

        assertThat(verdict.kind()).isEqualTo(Kind.BROUGHT_BACK);
        assertThat(verdict.reboot()).isFalse();
    }

    @Test
    void onlyLooksWhenToldTo() throws IOException {
        failing();
        for (int look = 0; look < 5; look++) {
            boot();
            var verdict = health().judge(REQUEST, true, _ -> {});
            assertThat(verdict.kind()).isEqualTo(Kind.FAILING);
            assertThat(verdict.reboot()).isFalse();
        }
        assertThat(next().id()).isEqualTo(NEW.id());
    }

    @Test
    void givesAVersionThatComesAgainAllItsTries() throws IOException {
        failing();
        bootAndJudge();
        bootAndJudge();
        bootAndJudge();
        bootOld();
        judge();

        engine = FakeOsEngine.typical();
        assertThat(bootAndJudge().attempt()).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsKnownAgainstAVersion() throws IOException {
        failing();
        write("etc/hearth/health.yaml", "units: []\ntries: 1\n");
        bootAndJudge();

        assertThat(health().forgive()).extracting(HealthState.Rejected::name).containsExactly("42.2");
        assertThat(health().rejected(NEW.id().checksum())).isEmpty();
    }

    @Test
    void judgesAsUsualWhereTheConfigurationCannotBeRead() throws IOException {
        write("etc/hearth/health.yaml", "tries: many\n");
        var warned = new StringBuilder();

        boot();
        health().judge(REQUEST, false, event -> warned.append(event));

        assertThat(warned).contains("health.yaml:1:8");
    }
}
