package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.failure.Faults;
import dev.hearth.engine.EngineDiskFull;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.FakeContainer;
import dev.hearth.generations.Generation;
import dev.hearth.generations.PackageChange;
import dev.hearth.packages.FakeApt;
import dev.hearth.packages.PackageAction;
import dev.hearth.packages.PackageName;
import dev.hearth.packages.PackageRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PetPackagesTest {
    private static final PetName DEV = new PetName("dev");
    private static final String DPKG = "/var/lib/dpkg/status";
    private static final String BEGUN = "/var/lib/hearth/packages-begun";
    /** Of an installation that fails and is undone, the longest way there is. */
    private static final int CALLS = 60;

    @TempDir
    Path directory;

    private PetsFixture fixture;
    private FakeApt apt;

    @BeforeEach
    void makeAPet() throws IOException {
        fixture = new PetsFixture(directory);
        fixture.engine().withFile("debian:12", DPKG, FakeApt.paragraph("tar", "1.34"));
        apt = new FakeApt(fixture.engine())
                .with("gdb", "13", "libgdb")
                .with("gcc", "12")
                .with("tar", "1.35");
        fixture.create(DEV);
    }

    @Test
    void installsInThePetAsItRuns() {
        var before = container().id();

        var outcome = install("gdb");

        assertThat(outcome.changes())
                .containsExactly(new PackageChange("gdb", null, "13"), new PackageChange("libgdb", null, "1"));
        assertThat(outcome.requests()).containsExactly("gdb");
        assertThat(container().id()).isEqualTo(before);
        assertThat(fixture.engine().faults().calls()).doesNotContain("stop");
        assertThat(generations())
                .extracting(Generation::action, Generation::label)
                .containsExactly(tuple("install", "gdb"));
        assertThat(container().files()).doesNotContain(BEGUN);
    }

    @Test
    void remembersWhatWasAskedForAndNotWhatCameAlong() {
        install("gdb");
        install("gcc");
        assertThat(requests()).containsExactly("gdb", "gcc");

        carryOut(new PackageRequest(PackageAction.REMOVE, List.of(new PackageName("gdb"))));

        assertThat(requests()).containsExactly("gcc");
        fixture.pets().generations().rollbacks().carryOut(DEV, null, Duration.ZERO, fixture.narrator());
        assertThat(requests()).containsExactly("gdb", "gcc");
        assertThat(fixture.pets().get(DEV).spec().packages()).containsExactly("gdb", "gcc");
    }

    @Test
    void asksForWhatHadOnlyComeAlongWithoutSavingThePet() {
        apt.with("libgdb", "1");
        install("gdb");

        var outcome = install("libgdb");

        assertThat(outcome.generation()).isNull();
        assertThat(outcome.changes()).isEmpty();
        assertThat(requests()).containsExactly("gdb", "libgdb");
        assertThat(generations()).hasSize(1);
    }

    @Test
    void startsAPetThatDoesNotRun() {
        fixture.pets().stop(DEV, Duration.ZERO, fixture.narrator());

        install("gcc");

        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
        assertThat(requests()).containsExactly("gcc");
    }

    @Test
    void changesNothingForAPackageThatIsNotThere() {
        var before = container().content().texts();

        assertThatThrownBy(() -> install("gdc"))
                .isInstanceOf(PackagesRefused.class)
                .hasMessageEndingWith("refuses that in the pet 'dev': E: Unable to locate package gdc");

        assertThat(container().content().texts()).isEqualTo(before);
        assertThat(generations()).isEmpty();
    }

    @Test
    void returnsThePetWhenAPackageScriptFails() {
        install("gcc");
        var before = container().content().texts();
        apt.failing("gdb");

        assertThatThrownBy(() -> install("gdb"))
                .isInstanceOf(PackagesUnchanged.class)
                .hasMessageContaining("ended with status 100 in the pet 'dev': E: Sub-process /usr/bin/dpkg")
                .hasMessageEndingWith("; the pet is what it was before");

        assertThat(container().content().texts()).isEqualTo(before);
        assertThat(requests()).containsExactly("gcc");
        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
        assertThat(fixture.engine().containers()).hasSize(1);
        assertThat(fixture.narrator().lines()).contains("undoing the change of dev by @2");
    }

    @Test
    void returnsThePetLaterWhenItCannotAtOnce() {
        var before = container().content().texts();
        apt.failing("gdb");
        fixture.engine().faults().fail("rename", new EngineDiskFull(EngineKind.DOCKER, "/var/lib/docker"));

        assertThatThrownBy(() -> install("gdb"))
                .isInstanceOf(PackagesUnchanged.class)
                .hasMessageContaining("; returning the pet to @1 failed, too: ");
        assertThat(container().files()).contains(BEGUN);
        fixture.engine().faults().clear();
        snapshot();

        assertThat(container().content().texts()).isEqualTo(before);
        assertThat(generations()).extracting(Generation::action).containsExactly("install", "repair", "snapshot");
    }

    @Test
    void repairsAPetThatWasStoppedHalfWayWhenItStarts() {
        install("gcc");
        var before = container().content().texts();
        container().content().write(BEGUN, "1\n");
        container().content().write("/opt/half", "done");
        fixture.pets().stop(DEV, Duration.ZERO, fixture.narrator());

        fixture.pets().start(DEV, fixture.narrator());

        assertThat(container().files()).doesNotContain(BEGUN, "/opt/half");
        assertThat(before).containsKey(DPKG);
        assertThat(requests()).isEmpty();
        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
        assertThat(fixture.narrator().lines())
                .contains("cleaned up a change of the packages of 'dev', which is again what @1 was");
    }

    @Test
    void leavesAChangeAloneThatStillGoesOn() {
        install("gcc");
        container().content().write(BEGUN, "1\n");
        apt.running();

        assertThatThrownBy(() -> install("gdb")).isInstanceOf(PackagesChanging.class);

        assertThat(container().files()).contains(BEGUN);
    }

    @Test
    void saysSoWhenWhatThePetWasIsGone() {
        container().content().write(BEGUN, "7\n");

        snapshot();

        assertThat(fixture.narrator().lines()).anyMatch(line -> line.contains("@7, which it was before, is gone"));
    }

    @Test
    void keepsRequestsThatNoPackageCanHave() {
        container().content().write("/var/lib/hearth/requests", "gdb\n--root=/\n\ngdb\n");

        assertThat(requests()).containsExactly("gdb");
    }

    @Test
    void upgradesWhatCanBe() {
        var outcome = carryOut(PackageRequest.upgrade());

        assertThat(outcome.changes()).containsExactly(new PackageChange("tar", "1.34", "1.35"));
        var plan = fixture.pets().packages().plan(DEV, PackageRequest.upgrade(), fixture.narrator());
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.steps()).isEmpty();
        assertThat(generations()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void isWhatItWasOrWhatItWasToBeWhereverHearthDies(int call, boolean failing) {
        if (failing) {
            apt.failing("gdb");
        }
        var before = container().content().texts();
        fixture.engine().faults().clear().dieAfter(call);
        try {
            install("gdb");
        } catch (Faults.Killed | Failure _) {
            // Whichever: what counts is what the next command finds.
        }
        fixture.engine().faults().clear();

        snapshot();

        var after = container().content().texts();
        if (failing || requests().isEmpty()) {
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after.get(DPKG)).contains("gdb", "libgdb");
            assertThat(requests()).containsExactly("gdb");
        }
        assertThat(fixture.engine().containers()).hasSize(1);
        assertThat(after).doesNotContainKey(BEGUN);
    }

    static Stream<Arguments> deaths() {
        return IntStream.rangeClosed(1, CALLS)
                .boxed()
                .flatMap(call -> Stream.of(true, false).map(failing -> arguments(call, failing)));
    }

    private PackageOutcome install(String... names) {
        return carryOut(new PackageRequest(
                PackageAction.INSTALL, Stream.of(names).map(PackageName::parse).toList()));
    }

    private PackageOutcome carryOut(PackageRequest request) {
        var packages = fixture.pets().packages();
        var plan = packages.plan(DEV, request, fixture.narrator());
        return packages.carryOut(plan, PackageScreen.LINES, Duration.ZERO, fixture.narrator());
    }

    private void snapshot() {
        fixture.pets().generations().snapshots().take(DEV, "", false, Duration.ZERO, fixture.narrator());
    }

    private List<String> requests() {
        var pets = fixture.pets();
        return pets.withRequests(pets.get(DEV)).spec().packages();
    }

    private List<Generation> generations() {
        return fixture.pets().generations().past().history(DEV).generations();
    }

    private FakeContainer container() {
        return fixture.engine().container("dev");
    }
}
