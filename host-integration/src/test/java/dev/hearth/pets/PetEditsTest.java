package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Faults;
import dev.hearth.engine.ContainerState;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRestarted;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.FakeContainer;
import dev.hearth.guest.GuestFiles;
import dev.hearth.guest.SetupFailed;
import dev.hearth.images.LocalImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PetEditsTest {
    private static final PetName DEV = new PetName("dev");
    private static final PetName LAB = new PetName("lab");
    private static final String FILE = "/opt/tool";
    private static final int CALLS = 45;

    @TempDir
    Path directory;

    private PetsFixture fixture;

    @BeforeEach
    void makeAPet() throws IOException {
        fixture = new PetsFixture(directory);
        var pet = fixture.create(DEV);
        fixture.engine().exec(pet.container().id(), ExecRequest.asRoot("touch", FILE), _ -> {});
    }

    @Test
    void makesThePetAnewWithWhatIsInIt() {
        var before = fixture.pets().get(DEV);

        var after = edit(EditFixtures.variable("EDITOR", "vim"));

        assertThat(after.spec().environment()).containsExactly(Map.entry("EDITOR", "vim"));
        assertThat(after.container().id()).isNotEqualTo(before.container().id());
        assertThat(after.isRunning()).isTrue();
        assertThat(container().files()).containsExactly(FILE);
        assertThat(fixture.engine().containers()).hasSize(1);
        assertThat(fixture.narrator().lines())
                .containsSubsequence("stopping dev", "saving dev as @1", "setting up dev: Giving ada an account");
    }

    @Test
    void leavesAPetStoppedThatDidNotRun() {
        fixture.pets().stop(DEV, Duration.ZERO, fixture.narrator());

        assertThat(edit(EditFixtures.variable("A", "b")).container().state()).isEqualTo(ContainerState.STOPPED);
    }

    @Test
    void doesNothingWhenThePetIsSoAlready() {
        var before = fixture.pets().get(DEV);

        assertThat(fixture.pets()
                        .edits()
                        .plan(DEV, EditFixtures.home(new Home.Shared()))
                        .isEmpty())
                .isTrue();
        assertThat(edit(EditFixtures.home(new Home.Shared()))).isEqualTo(before);
    }

    @Test
    void takesVariablesAwayThatItHad() {
        edit(EditFixtures.variable("EDITOR", "vim"));
        edit(EditFixtures.withoutVariable("EDITOR"));

        assertThat(container().request().environment()).doesNotContainKey("EDITOR");
        assertThat(container().request().unset()).containsExactly("EDITOR");
    }

    @Test
    void standsOnOneImageAndOnNoneOnceThePetIsGone() {
        edit(EditFixtures.variable("A", "1"));
        edit(EditFixtures.variable("A", "2"));
        assertThat(contents()).hasSize(1);
        assertThat(contents().getFirst().labels()).containsEntry(PetSpec.LABEL, "");

        fixture.pets().remove(DEV, true, fixture.narrator());

        assertThat(contents()).isEmpty();
    }

    @Test
    void keepsTheOldPetWhenTheNewOneCannotBeSetUp() {
        var before = fixture.pets().get(DEV);
        var outcomes = List.of(1, 0).iterator();
        fixture.engine().withProgram(GuestFiles.SETUP.value(), (_, _, _) -> outcomes.hasNext() ? outcomes.next() : 0);

        assertThatThrownBy(() -> edit(EditFixtures.variable("A", "b"))).isInstanceOf(SetupFailed.class);

        var after = fixture.pets().get(DEV);
        assertThat(after.container().id()).isEqualTo(before.container().id());
        assertThat(after.isRunning()).isTrue();
        assertThat(fixture.engine().containers()).hasSize(1);
        assertThat(contents()).isEmpty();
    }

    @Test
    void keepsTheOldPetWhenAHookFails() {
        var before = fixture.pets().get(DEV);

        assertThatThrownBy(() -> fixture.pets()
                        .edits()
                        .carryOut(
                                DEV,
                                EditFixtures.variable("A", "b"),
                                List.of("make it so", "fail"),
                                Duration.ZERO,
                                fixture.narrator()))
                .isInstanceOf(HookFailed.class)
                .hasMessage("The hook 'fail' of 'dev' ended with status 3: no luck");

        var after = fixture.pets().get(DEV);
        assertThat(after.container().id()).isEqualTo(before.container().id());
        assertThat(after.isRunning()).isTrue();
        assertThat(fixture.narrator().lines()).contains("running in dev: make it so", "said: no luck");
        assertThat(contents()).isEmpty();
    }

    @Test
    void keepsTheOldPetWhenItsContentCannotBeKept() {
        var before = fixture.pets().get(DEV);
        fixture.engine().faults().fail("commit", new EngineRestarted(EngineKind.DOCKER, "commit"));

        assertThatThrownBy(() -> edit(EditFixtures.variable("A", "b"))).isInstanceOf(EngineRestarted.class);

        assertThat(fixture.pets().get(DEV).container().id())
                .isEqualTo(before.container().id());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isTheOldPetOrTheNewOneAfterAKillAtAnyCall(int call) {
        fixture.engine().faults().clear().dieAfter(call);
        try {
            edit(EditFixtures.variable("A", "b"));
        } catch (Faults.Killed e) {
            // What a killed process leaves is what is looked at below.
        }
        fixture.engine().faults().clear();

        assertThat(fixture.pets().list()).extracting(Pet::name).containsExactly(DEV);
        var between = fixture.pets().get(DEV).spec().environment();
        assertThat(container(between).files()).containsExactly(FILE);
        fixture.create(LAB);

        assertThat(fixture.pets().get(DEV).spec().environment()).isEqualTo(between);
        assertThat(fixture.engine().containers())
                .extracting(FakeContainer::name)
                .containsExactlyInAnyOrder("dev", "lab");
        assertThat(contents()).hasSize(between.isEmpty() ? 0 : 1);
        assertThat(fixture.pets().start(DEV, fixture.narrator()).isRunning()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void bringsNothingBackOnceAPetIsGoneThatWasBeingMadeAnew(int call) {
        fixture.engine().faults().clear().dieAfter(call);
        try {
            edit(EditFixtures.variable("A", "b"));
        } catch (Faults.Killed e) {
            // As above.
        }
        fixture.engine().faults().clear();

        fixture.pets().rename(DEV, LAB, fixture.narrator());
        assertThat(fixture.pets().list()).extracting(Pet::name).containsExactly(LAB);
        fixture.pets().remove(LAB, true, fixture.narrator());

        assertThat(fixture.pets().list()).isEmpty();
    }

    static IntStream calls() {
        return IntStream.rangeClosed(1, CALLS);
    }

    @Test
    void plansInSteps() {
        var plan = fixture.pets().edits().plan(DEV, EditFixtures.variable("A", "b"));

        assertThat(plan.changes()).containsExactly(new SpecChange("env", List.of(), List.of("A=b")));
        assertThat(plan.steps())
                .extracting(Step::line)
                .containsExactly(
                        "Stop the pet, with all that runs in it",
                        "Save it as @1",
                        "Make a container of it with 4 mounts, as user %d:1000"
                                .formatted(fixture.account().uid()),
                        "Start it and set up user, shell and sudo inside",
                        "Name it 'dev', and remove the old container");
    }

    private Pet edit(PetEdit edit) {
        return fixture.pets().edits().carryOut(DEV, edit, Duration.ZERO, fixture.narrator());
    }

    private FakeContainer container() {
        return fixture.engine().container("dev");
    }

    /** {@return the container of the pet that has these variables, whatever it is called by now} */
    private FakeContainer container(Map<String, String> environment) {
        return fixture.engine().containers().stream()
                .filter(container -> !container.name().startsWith("0-making-"))
                .filter(container -> environment.isEmpty()
                        || container.request().environment().keySet().containsAll(environment.keySet()))
                .findFirst()
                .orElseThrow();
    }

    private List<LocalImage> contents() {
        return fixture.engine().imageStore().images().stream()
                .filter(image -> image.names().isEmpty())
                .toList();
    }
}
