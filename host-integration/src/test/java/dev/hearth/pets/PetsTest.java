package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.bridge.Caller;
import dev.hearth.engine.ContainerState;
import dev.hearth.guest.GuestFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetsTest {
    private static final PetName DEV = new PetName("dev");
    private static final PetName LAB = new PetName("lab");
    private static final Duration GRACE = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private PetsFixture fixture;

    @BeforeEach
    void startAfresh() throws IOException {
        fixture = new PetsFixture(directory);
    }

    @Test
    void showsNobodyElsesPets() {
        fixture.engine().with(PetsFixture.labelled("theirs", PetsFixture.label(4711)), ContainerState.RUNNING);

        assertThat(fixture.pets().list()).isEmpty();
        assertThatThrownBy(() -> fixture.pets().get(new PetName("theirs")))
                .isInstanceOf(NotYourPet.class)
                .hasMessage("The pet 'theirs' belongs to the user with id 4711");
    }

    @Test
    void asksWhatWasMeant() {
        fixture.create(DEV);

        assertThatThrownBy(() -> fixture.pets().get(new PetName("dve")))
                .isInstanceOfSatisfying(
                        PetNotFound.class, failure -> assertThat(failure.hint()).hasValue("Did you mean 'dev'?"));
    }

    @Test
    void setsUpAnewWhatThePlainEngineStarted() {
        var pet = fixture.create(DEV);
        fixture.engine().stop(pet.container().id(), GRACE);
        fixture.engine().start(pet.container().id());
        int before = fixture.engine().execs().size();

        fixture.pets().start(DEV, fixture.narrator());
        fixture.pets().start(DEV, fixture.narrator());

        assertThat(fixture.engine().execs()).hasSize(before + 1);
    }

    @Test
    void hasEachStartOfAPetAnsweredOnTheHost() {
        var pet = fixture.create(DEV);
        fixture.engine().stop(pet.container().id(), GRACE);

        fixture.pets().start(DEV, fixture.narrator());
        fixture.pets().start(DEV, fixture.narrator());

        assertThat(fixture.bridge().answered().stream().map(Caller::pet)).containsExactly("dev", "dev", "dev");
    }

    @Test
    void changesTheLinksOfAPet() {
        fixture.create(DEV);
        fixture.engine().withProgram(GuestFiles.LINKS.value(), (_, request, line) -> {
            line.accept(String.join(" ", request.command()));
            return request.command().contains("hearth") ? 1 : 0;
        });
        var pets = fixture.pets();

        assertThat(pets.inside().links(DEV, fixture.narrator())).containsExactly("/usr/libexec/hearth/links list");
        assertThatThrownBy(() -> pets.inside()
                        .change(DEV, new LinkChange(List.of("hearth"), List.of("podman")), fixture.narrator()))
                .isInstanceOf(LinkRefused.class)
                .hasMessage("/usr/libexec/hearth/links add hearth");
    }

    @Test
    void warnsWhenPortsAreNoLongerPublished() {
        var pet = fixture.pets()
                .creations()
                .create(PetsFixture.publishing().named(DEV), fixture.narrator(), PetsFixture.YES);
        fixture.engine().stop(pet.container().id(), GRACE);
        fixture.engine().withoutPublishing();

        fixture.pets().start(DEV, fixture.narrator());

        assertThat(fixture.narrator().lines())
                .contains("warning: Docker does not publish what was asked for: 8080:80/tcp");
    }

    @Test
    void noticesThatThePlainEngineRemovedAPet() {
        var pet = fixture.create(DEV);
        fixture.engine().remove(pet.container().id());

        assertThat(fixture.pets().list()).isEmpty();
    }

    @Test
    void keepsARunningPetUnlessForced() {
        fixture.create(DEV);

        assertThatThrownBy(() -> fixture.pets().remove(DEV, false, fixture.narrator()))
                .isInstanceOf(PetIsRunning.class);
        fixture.pets().remove(DEV, true, fixture.narrator());

        assertThat(fixture.pets().list()).isEmpty();
    }

    @Test
    void renamesARunningPet() {
        fixture.create(DEV);

        assertThat(fixture.pets().rename(DEV, LAB, fixture.narrator()).name()).isEqualTo(LAB);
        assertThat(fixture.pets().list()).extracting(Pet::name).containsExactly(LAB);
    }

    @Test
    void letsTheDefaultFollowARename() {
        fixture.create(DEV);
        fixture.choice().prefer(DEV);

        fixture.pets().rename(DEV, LAB, fixture.narrator());
        assertThat(fixture.choice().preferred()).hasValue(LAB);

        fixture.pets().remove(LAB, true, fixture.narrator());
        assertThat(fixture.choice().preferred()).isEmpty();
    }

    @Test
    void refusesToRenameToATakenName() {
        fixture.create(DEV);
        fixture.create(LAB);

        assertThatThrownBy(() -> fixture.pets().rename(DEV, LAB, fixture.narrator()))
                .isInstanceOf(PetExists.class);
        assertThatThrownBy(() -> fixture.pets().rename(DEV, DEV, fixture.narrator()))
                .isInstanceOf(PetExists.class);
    }
}
