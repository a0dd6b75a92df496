package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Faults;
import dev.hearth.engine.ContainerState;
import dev.hearth.engine.ExecRequest;
import dev.hearth.generations.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PetClonesTest {
    private static final PetName DEV = new PetName("dev");
    private static final PetName TRY = new PetName("try");
    private static final String FILE = "/opt/tool";
    private static final int CALLS = 30;

    @TempDir
    Path directory;

    private PetsFixture fixture;

    @BeforeEach
    void makeAPet() throws IOException {
        fixture = new PetsFixture(directory);
        var pet = fixture.pets()
                .creations()
                .create(
                        PetsFixture.publishing().named(DEV).labelled(Map.of("dev.hearth.manifest", "/x")),
                        fixture.narrator(),
                        PetsFixture.YES);
        fixture.engine().exec(pet.container().id(), ExecRequest.asRoot("touch", FILE), _ -> {});
    }

    @Test
    void makesACopyThatIsByItself() {
        var before = fixture.pets().get(DEV);

        var copy = copy();

        assertThat(fixture.engine().container("try").files()).containsExactly(FILE);
        assertThat(copy.spec().ports()).isEmpty();
        assertThat(copy.spec().labels()).containsExactly(Map.entry(PetClones.ORIGIN, "dev @1"));
        assertThat(copy.container().state()).isEqualTo(ContainerState.RUNNING);
        assertThat(fixture.pets().get(DEV)).isEqualTo(before);
        assertThat(fixture.pets().generations().past().history(DEV).generations())
                .extracting(Generation::action)
                .containsExactly("clone");
    }

    @Test
    void refusesANameThatIsTakenBeforeAnythingIsSaved() {
        fixture.create(TRY);

        assertThatThrownBy(this::copy).isInstanceOf(PetExists.class);
        assertThat(fixture.narrator().lines()).noneMatch(line -> line.startsWith("saving"));
    }

    @Test
    void takesItsContentAlongWhenItGoes() {
        int before = fixture.engine().imageStore().images().size();
        copy();

        fixture.pets().remove(TRY, true, fixture.narrator());

        // The generation stays with the first pet.
        assertThat(fixture.engine().imageStore().images()).hasSize(before + 1);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void leavesThePetAloneAndNothingHalfMadeAfterAKillAtAnyCall(int call) {
        var before = fixture.pets().get(DEV);
        fixture.engine().faults().clear().dieAfter(call);
        try {
            copy();
        } catch (Faults.Killed e) {
            // What a killed process leaves is what is looked at below.
        }
        fixture.engine().faults().clear();

        assertThat(fixture.pets().get(DEV).container().id())
                .isEqualTo(before.container().id());
        if (fixture.pets().list().size() > 1) {
            assertThat(fixture.engine().container("try").files()).containsExactly(FILE);
        }
        fixture.create(new PetName("other"));
        assertThat(fixture.engine().containers())
                .noneMatch(container -> container.name().startsWith("0-"));
    }

    static IntStream calls() {
        return IntStream.rangeClosed(1, CALLS);
    }

    private Pet copy() {
        return fixture.pets().clones().carryOut(DEV, TRY, Duration.ZERO, fixture.narrator());
    }
}
