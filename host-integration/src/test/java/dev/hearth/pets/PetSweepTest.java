package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.engine.ContainerState;
import dev.hearth.engine.FakeContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetSweepTest {
    private static final PetName DEV = new PetName("dev");
    private static final PetName GUEST = new PetName("guest");
    private static final String CLEARED = "cleaned up the pet for one session 'guest'";
    private static final Duration GRACE = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private PetsFixture fixture;

    @BeforeEach
    void startAfresh() throws IOException {
        fixture = new PetsFixture(directory);
    }

    @Test
    void clearsAwayWhenItLists() {
        leaveAGuest();

        assertThat(fixture.pets().list(fixture.narrator())).isEmpty();

        assertThat(fixture.narrator().lines()).containsExactly(CLEARED);
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @Test
    void clearsAwayWhenItMustStartAPet() {
        var pet = fixture.create(DEV);
        fixture.engine().stop(pet.container().id(), GRACE);
        leaveAGuest();

        fixture.pets().start(DEV, fixture.narrator());
        assertThat(fixture.narrator().lines()).contains(CLEARED);
    }

    @Test
    void clearsAwayWhenItRemovesAnother() {
        fixture.create(DEV);
        leaveAGuest();

        fixture.pets().remove(DEV, true, fixture.narrator());

        assertThat(fixture.narrator().lines()).contains(CLEARED);
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @Test
    void clearsAwayWhenItMakesOneOfTheSameName() {
        leaveAGuest();

        fixture.create(GUEST);

        assertThat(fixture.narrator().lines()).contains(CLEARED);
        assertThat(fixture.pets().get(GUEST).spec().ephemeral()).isFalse();
    }

    @Test
    void asksTheEngineOnceWhereNothingIsLeft() {
        fixture.create(DEV);
        int before = fixture.engine().faults().calls().size();

        fixture.pets().list(fixture.narrator());

        var calls = fixture.engine().faults().calls();
        assertThat(calls.subList(before, calls.size())).containsExactly("withLabel");
    }

    @Test
    void changesNothingForThoseWhoOnlyLook() {
        leaveAGuest();

        assertThat(fixture.pets().list()).extracting(Pet::name).containsExactly(GUEST);
        assertThat(fixture.engine().containers()).hasSize(1);
    }

    @Test
    void leavesAPetWhoseSessionLives() throws IOException {
        leaveAGuest();
        var id = fixture.engine().container("guest").id();
        fixture.recordOwnSession(id.abbreviated() + ".1");

        assertThat(fixture.pets().list(fixture.narrator())).hasSize(1);
    }

    @Test
    void leavesAPetThatALivingCommandHolds() {
        leaveAGuest();
        var runtime = PrivateFiles.directory(
                fixture.paths().runtime(), fixture.account().uid());
        var locks = new PetLocks(
                new PrivateDirectory(runtime.resolve("locks"), fixture.account().uid()), "test");

        try (var _ = locks.acquire(GUEST, fixture.narrator())) {
            assertThat(fixture.pets().list(fixture.narrator())).hasSize(1);
        }
    }

    @Test
    void leavesAPetWhoseLongSetUpHasJustEnded() throws IOException {
        leaveAGuest();
        var id = fixture.engine().container("guest").id().value();
        var ready = Files.createDirectories(fixture.paths().runtime().resolve("ready"));
        var record = Files.writeString(ready.resolve(id), "");
        var now = Instant.parse("2026-01-02T03:04:05Z");

        Files.setLastModifiedTime(record, FileTime.from(now.minusSeconds(59)));
        assertThat(fixture.pets().list(fixture.narrator())).hasSize(1);

        Files.setLastModifiedTime(record, FileTime.from(now.minusSeconds(61)));
        assertThat(fixture.pets().list(fixture.narrator())).isEmpty();
    }

    @Test
    void neverListsAPetThatIsBeingMade() {
        var making = new MakingName(GUEST).toString();
        fixture.engine().with(PetsFixture.labelled(making, fixture.labelForOneSession()), ContainerState.RUNNING);

        assertThat(fixture.pets().list()).isEmpty();
        assertThat(fixture.pets().list(fixture.narrator())).isEmpty();
        assertThat(fixture.engine().containers())
                .extracting(FakeContainer::name)
                .containsExactly(making);
    }

    private void leaveAGuest() {
        fixture.engine().with(PetsFixture.labelled("guest", fixture.labelForOneSession()), ContainerState.RUNNING);
    }
}
