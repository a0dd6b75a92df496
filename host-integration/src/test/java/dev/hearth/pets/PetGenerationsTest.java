package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Faults;
import dev.hearth.engine.EngineDiskFull;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRestarted;
import dev.hearth.engine.FakeContainer;
import dev.hearth.generations.ChangeCount;
import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNotFound;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.generations.PackageChange;
import dev.hearth.generations.Retention;
import dev.hearth.guest.GuestFiles;
import dev.hearth.guest.SetupFailed;
import dev.hearth.images.ImageInUse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PetGenerationsTest {
    private static final PetName DEV = new PetName("dev");
    private static final PetName LAB = new PetName("lab");
    private static final String DPKG = "/var/lib/dpkg/status";
    private static final Retention NOTHING_OLD = new Retention(1, Duration.ZERO);
    private static final int CALLS = 45;

    @TempDir
    Path directory;

    private PetsFixture fixture;

    @BeforeEach
    void makeAPet() throws IOException {
        fixture = new PetsFixture(directory);
        fixture.engine().withFile("debian:12", DPKG, installed("tar", "1.34"));
        fixture.create(DEV);
    }

    @Test
    void savesWhatIsInAPetThatRuns() {
        write("/opt/tool", "1");
        write(DPKG, installed("tar", "1.35") + installed("gcc", "14"));

        var saved = snapshot("good");

        assertThat(saved.number()).isEqualTo(at(1));
        assertThat(saved.label()).isEqualTo("good");
        assertThat(saved.parent()).isNull();
        assertThat(saved.changed().packages()).isEqualTo(new ChangeCount(1, 1, 0));
        assertThat(saved.changed().files()).isEqualTo(new ChangeCount(1, 1, 0));
        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
        assertThat(fixture.engine().faults().calls()).doesNotContain("stop");
        assertThat(history().now())
                .isEqualTo(new PetHistory.Drift(at(1), null, new ChangeCount(0, 0, 0), null, List.of()));
    }

    @Test
    void stopsAPetThatItsEngineCannotPause() {
        var facts = fixture.engine().facts();
        fixture.engine().withFacts(withoutControlGroups(facts));

        assertThat(fixture.pets().generations().snapshots().plan(DEV).steps())
                .containsExactly(new Step.Stop(), new Step.SaveGeneration(at(1), false), new Step.Start());
        snapshot("");

        assertThat(fixture.narrator().lines()).containsSubsequence("stopping dev", "saving dev as @1", "starting dev");
        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
    }

    @Test
    void returnsToWhatAPetWas() {
        write("/opt/tool", "1");
        snapshot("");
        edit("EDITOR", "vim");
        write("/opt/tool", "2");

        var returned = rollback(1);

        assertThat(returned.spec().environment()).isEmpty();
        assertThat(container().content().texts()).containsEntry("/opt/tool", "1");
        assertThat(returned.isRunning()).isTrue();
        assertThat(numbers()).containsExactly(1, 2, 3);
        assertThat(history().generations())
                .extracting(Generation::action)
                .containsExactly("snapshot", "edit", "rollback");
        assertThat(history().now().standsOn()).isEqualTo(at(1));
        assertThat(fixture.engine().containers()).hasSize(1);
    }

    @Test
    void undoesARollbackByAnother() {
        write("/opt/tool", "1");
        snapshot("");
        write("/opt/tool", "2");
        rollback(null);
        assertThat(container().content().texts()).containsEntry("/opt/tool", "1");

        rollback(null);

        assertThat(container().content().texts()).containsEntry("/opt/tool", "2");
    }

    @Test
    void keepsTheChainThroughARename() {
        snapshot("");
        fixture.pets().rename(DEV, LAB, fixture.narrator());

        fixture.pets().generations().rollbacks().carryOut(LAB, at(1), Duration.ZERO, fixture.narrator());

        assertThat(fixture.pets().generations().past().history(LAB).generations())
                .hasSize(2);
    }

    @Test
    void leavesNoGenerationsOfAPetThatIsRemoved() {
        snapshot("");
        edit("A", "1");
        rollback(1);

        fixture.pets().remove(DEV, true, fixture.narrator());

        assertThat(fixture.engine().imageStore().images()).hasSize(1);
    }

    @Test
    void removesInTheEndWhatAnEngineKeptForGenerations() {
        snapshot("");
        edit("A", "1");
        fixture.engine().imageStore().faults().fail("images.remove", new ImageInUse("content", "another image"));
        rollback(1);
        fixture.engine().imageStore().faults().clear();
        assertThat(fixture.engine().imageStore().images()).hasSize(6);

        fixture.pets().remove(DEV, true, fixture.narrator());

        assertThat(fixture.engine().imageStore().images()).hasSize(1);
    }

    @Test
    void keepsThePetWhenItCannotReturn() {
        write("/opt/tool", "1");
        snapshot("");
        write("/opt/tool", "2");
        var before = fixture.pets().get(DEV);
        var outcomes = List.of(1, 0).iterator();
        fixture.engine().withProgram(GuestFiles.SETUP.value(), (_, _, _) -> outcomes.hasNext() ? outcomes.next() : 0);

        assertThatThrownBy(() -> rollback(1)).isInstanceOf(SetupFailed.class);

        assertThat(fixture.pets().get(DEV).container().id())
                .isEqualTo(before.container().id());
        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
        assertThat(container().content().texts()).containsEntry("/opt/tool", "2");
        assertThat(numbers()).containsExactly(1);
        assertThat(fixture.engine().imageStore().images()).hasSize(2);
    }

    @Test
    void keepsThePetWhenTheDiskIsFull() {
        fixture.engine().faults().fail("commit", new EngineDiskFull(EngineKind.DOCKER, "/var/lib/docker"));

        assertThatThrownBy(() -> snapshot("")).isInstanceOf(EngineDiskFull.class);
        assertThatThrownBy(() -> edit("A", "1")).isInstanceOf(EngineDiskFull.class);

        fixture.engine().faults().clear();
        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
        assertThat(numbers()).isEmpty();
    }

    @Test
    void keepsThePetWhenTheEngineGoesAway() {
        snapshot("");
        fixture.engine().faults().fail("images.derive", new EngineRestarted(EngineKind.DOCKER, "derive"));

        assertThatThrownBy(() -> rollback(1)).isInstanceOf(EngineRestarted.class);

        fixture.engine().faults().clear();
        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
        assertThat(numbers()).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isTheOldPetOrTheNewOneAfterAKillAtAnyCallOfARollback(int call) {
        write("/opt/tool", "1");
        snapshot("");
        write("/opt/tool", "2");
        killed(call, () -> rollback(1));

        assertThat(fixture.pets().list()).extracting(Pet::name).containsExactly(DEV);
        assertThat(container().content().texts().getOrDefault("/opt/tool", "")).isIn("1", "2");
        var between = container().content().texts().getOrDefault("/opt/tool", "");
        fixture.create(LAB);

        assertThat(fixture.engine().containers())
                .extracting(FakeContainer::name)
                .containsExactlyInAnyOrder("dev", "lab");
        assertThat(container().content().texts()).containsEntry("/opt/tool", between);
        assertThat(numbers().getFirst()).isEqualTo(1);
        assertThat(fixture.pets().start(DEV, fixture.narrator()).isRunning()).isTrue();
        // The image, the generations, and what the pet stands on.
        assertThat(fixture.engine().imageStore().images())
                .hasSize(1 + numbers().size() + (between.equals("1") ? 1 : 0));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isSavedOrNotAfterAKillAtAnyCallOfASnapshot(int call) {
        killed(call, () -> snapshot("pinned", true));

        assertThat(numbers()).isIn(List.of(), List.of(1));
        var next = snapshot("");

        assertThat(numbers()).last().isEqualTo(next.number().value());
        assertThat(fixture.engine().containers()).hasSize(1);
        assertThat(fixture.engine().imageStore().images()).hasSize(1 + numbers().size());
    }

    static IntStream calls() {
        return IntStream.rangeClosed(1, CALLS);
    }

    @Test
    void tellsWhatDiffers() {
        write("/opt/tool", "1");
        snapshot("");
        write("/opt/tool", "2");
        write("/var/log/dpkg.log", "installed");
        write(DPKG, installed("gcc", "14"));

        var difference = diff(null, null);

        assertThat(difference.from()).isEqualTo(at(1));
        assertThat(difference.to()).isNull();
        assertThat(difference.packages())
                .containsExactly(new PackageChange("gcc", null, "14"), new PackageChange("tar", "1.34", null));
        assertThat(difference.files().wanted())
                .extracting(change -> change.path().value())
                .containsExactly("/opt/tool", DPKG);
        assertThat(difference.files().noise()).hasSize(1);
        assertThat(fixture.engine().containers()).hasSize(1);
    }

    @Test
    void tellsWhatDiffersFromTheImageAndBetweenGenerations() {
        write("/opt/a", "1");
        assertThat(diff(null, null).files().count()).isEqualTo(new ChangeCount(1, 0, 0));
        edit("A", "1");
        write("/opt/b", "1");
        container().content().delete("/opt/a");
        assertThat(diff(null, null).files().count()).isEqualTo(new ChangeCount(1, 0, 1));
        snapshot("");

        var difference = diff(1, 2);

        assertThat(difference.files().count()).isEqualTo(new ChangeCount(1, 0, 1));
        assertThat(difference.spec()).containsExactly(new SpecChange("env", List.of(), List.of("A=1")));
    }

    @Test
    void makesOneLayerBeforeTheEngineCanStackNoMore() {
        var names = IntStream.range(0, Flattening.LAYERS + 5)
                .mapToObj(round -> edit("ROUND", Integer.toString(round)))
                .map(Pet::name)
                .distinct()
                .toList();

        assertThat(names).containsExactly(DEV);
        var layers = fixture.engine()
                .imageStore()
                .find(fixture.pets().get(DEV).container().imageId())
                .orElseThrow()
                .layers();
        assertThat(layers).isLessThan(10);
        assertThat(numbers()).hasSize(Flattening.LAYERS + 5);
    }

    @Test
    void prunesWhatNeedNotBeKept() {
        IntStream.range(0, 4).forEach(_ -> snapshot(""));
        var generations = fixture.pets().generations();
        generations.snapshots().pin(DEV, at(2), true, fixture.narrator());

        var pruned = generations.pruning().prune(DEV, NOTHING_OLD, fixture.narrator());

        assertThat(pruned.pets().getFirst().kept()).isEqualTo(2);
        assertThat(numbers()).containsExactly(2, 4);
        assertThat(snapshot("").number()).isEqualTo(at(5));
    }

    @Test
    void prunesTheOneThatThePetStandsOn() {
        write("/opt/tool", "1");
        edit("A", "1");
        snapshot("");

        fixture.pets().generations().pruning().pruneAll(NOTHING_OLD, fixture.narrator());

        assertThat(numbers()).containsExactly(2);
        assertThat(container().content().texts()).containsEntry("/opt/tool", "1");
        assertThat(snapshot("").parent()).isEqualTo(at(1));
    }

    @Test
    void looksAtGenerationsOfPetsThatAnEngineRemoved() {
        snapshot("");
        snapshot("");
        fixture.engine().vanish("dev");

        var plan = fixture.pets().generations().pruning().planAll(NOTHING_OLD);

        assertThat(plan.pets()).singleElement().satisfies(gone -> {
            assertThat(gone.pet()).isNull();
            assertThat(gone.generations()).extracting(Generation::number).containsExactly(at(1));
            assertThat(gone.kept()).isEqualTo(1);
        });
    }

    @Test
    void doesNotKnowWhatIsNotThere() {
        assertThatThrownBy(() -> rollback(null))
                .isInstanceOf(GenerationNotFound.class)
                .hasMessage("The pet 'dev' has no generations yet");
        snapshot("");
        assertThatThrownBy(() -> rollback(7))
                .isInstanceOf(GenerationNotFound.class)
                .hasMessage("The pet 'dev' has no generation @7");
        assertThatThrownBy(() -> diff(1, 8)).isInstanceOf(GenerationNotFound.class);
    }

    private static EngineFacts withoutControlGroups(EngineFacts facts) {
        return new EngineFacts(
                facts.kind(),
                facts.version(),
                facts.apiVersion(),
                facts.rootless(),
                facts.socket(),
                facts.storage(),
                facts.storageDriver(),
                facts.cgroupVersion(),
                false,
                facts.seLinux(),
                facts.appArmor(),
                facts.architecture());
    }

    private void killed(int call, Runnable work) {
        fixture.engine().faults().clear().dieAfter(call);
        try {
            work.run();
        } catch (Faults.Killed e) {
            // What a killed process leaves is what is looked at.
        }
        fixture.engine().faults().clear();
    }

    private Generation snapshot(String label) {
        return snapshot(label, false);
    }

    private Generation snapshot(String label, boolean pinned) {
        return fixture.pets().generations().snapshots().take(DEV, label, pinned, Duration.ZERO, fixture.narrator());
    }

    private Pet rollback(@Nullable Integer number) {
        return fixture.pets()
                .generations()
                .rollbacks()
                .carryOut(DEV, number == null ? null : at(number), Duration.ZERO, fixture.narrator());
    }

    private PetDifference diff(@Nullable Integer from, @Nullable Integer to) {
        return fixture.pets()
                .generations()
                .past()
                .diff(DEV, from == null ? null : at(from), to == null ? null : at(to), fixture.narrator());
    }

    private Pet edit(String name, String value) {
        return fixture.pets()
                .edits()
                .carryOut(DEV, EditFixtures.variable(name, value), Duration.ZERO, fixture.narrator());
    }

    private PetHistory history() {
        return fixture.pets().generations().past().history(DEV);
    }

    private List<Integer> numbers() {
        return history().generations().stream()
                .map(generation -> generation.number().value())
                .toList();
    }

    private FakeContainer container() {
        return fixture.engine().containers().stream()
                .filter(container -> List.of("dev", "0-leaving-dev").contains(container.name()))
                .min(Comparator.comparing(FakeContainer::name).reversed())
                .orElseThrow();
    }

    private void write(String path, String text) {
        container().content().write(path, text);
    }

    private static GenerationNumber at(int number) {
        return new GenerationNumber(number);
    }

    private static String installed(String name, String version) {
        return "Package: %s\nStatus: install ok installed\nVersion: %s\n\n".formatted(name, version);
    }
}
