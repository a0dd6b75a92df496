package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.ContainerState;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRefused;
import dev.hearth.engine.FakeContainer;
import dev.hearth.engine.FakeProgram;
import dev.hearth.engine.Mount;
import dev.hearth.guest.GuestFiles;
import dev.hearth.homes.FakeWrittenFiles;
import dev.hearth.homes.OnConflict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetHomesTest {
    private static final PetName TRY = new PetName("try");

    @TempDir
    Path home;

    private PetsFixture fixture;
    private FakeWrittenFiles written;

    @BeforeEach
    void makeAPet() throws IOException {
        fixture = new PetsFixture(home);
        Files.writeString(home.resolve("notes"), "mine");
        written = new FakeWrittenFiles(home);
        fixture.engine()
                .withProgram(
                        "/bin/sh",
                        (container, request, line) -> isFirst(request.command())
                                ? FakeProgram.KEEPS_RUNNING
                                : written.run(container, request, line));
        fixture.create(TRY);
        fixture.pets().edits().carryOut(TRY, EditFixtures.home(Home.Overlay.NEW), Duration.ZERO, fixture.narrator());
    }

    @Test
    void givesAPetVolumesOfItsOwnThatItKeepsWhenItIsChangedOrRenamed() {
        var first = volume();
        assertThat(first).startsWith(Mount.Overlay.PREFIX + fixture.account().uid() + "-try-");

        fixture.pets().edits().carryOut(TRY, EditFixtures.variable("A", "b"), Duration.ZERO, fixture.narrator());
        fixture.pets().edits().carryOut(TRY, EditFixtures.home(Home.Overlay.NEW), Duration.ZERO, fixture.narrator());
        fixture.pets().rename(TRY, new PetName("other"), fixture.narrator());

        assertThat(fixture.pets().get(new PetName("other")).spec().home()).isEqualTo(new Home.Overlay(first));
        assertThat(fixture.engine().container("other").request().mounts())
                .filteredOn(Mount.HandedOn.class::isInstance)
                .isEmpty();
    }

    @Test
    void tellsWhatThePetWroteAlsoWhileItRuns() {
        written.writes("new", "1").removes("notes");

        assertThat(fixture.pets().homes().diff(TRY, List.of(), fixture.narrator()))
                .extracting(change -> change.kind().word() + " " + change.path().text())
                .containsExactly("added new", "removed notes");
        assertThat(fixture.pets().homes().unmerged(TRY, fixture.narrator())).isEqualTo(2);
        assertThat(fixture.engine().containers())
                .extracting(FakeContainer::name)
                .containsExactly("try");
    }

    @Test
    void mergesOnlyWhatNoPetRunsOn() {
        written.writes("new", "1");

        assertThatThrownBy(() -> merge(true))
                .isInstanceOf(HomeInUse.class)
                .hasMessage("The pet 'try' is running, and what it wrote must not change under it");
        assertThat(home.resolve("new")).doesNotExist();
        assertThat(fixture.engine().containers()).hasSize(1);
    }

    @Test
    void mergesOnceItIsAgreedTo() {
        written.writes("new", "text").removes("notes");
        stop();

        assertThat(merge(false)).isFalse();
        assertThat(home.resolve("new")).doesNotExist();

        assertThat(merge(true)).isTrue();
        assertThat(home.resolve("new")).hasContent("text");
        assertThat(home.resolve("notes")).doesNotExist();
        assertThat(fixture.pets().homes().diff(TRY, List.of(), fixture.narrator()))
                .isEmpty();
        assertThat(fixture.engine().container("try").state()).isEqualTo(ContainerState.STOPPED);
        assertThat(fixture.engine().containers()).hasSize(1);
    }

    @Test
    void dropsWhatThePetWrote() {
        written.writes("new", "text").removes("notes");
        stop();

        fixture.pets().homes().discard(TRY, List.of("new"), _ -> true, fixture.narrator());

        assertThat(fixture.pets().homes().diff(TRY, List.of(), fixture.narrator()))
                .extracting(change -> change.path().text())
                .containsExactly("notes");
        assertThat(home.resolve("notes")).hasContent("mine");
    }

    @Test
    void losesNothingWhenThePetGetsAnotherHome() {
        written.writes("new", "text");

        assertThatThrownBy(() -> fixture.pets()
                        .edits()
                        .carryOut(TRY, EditFixtures.home(new Home.None()), Duration.ZERO, fixture.narrator()))
                .isInstanceOf(UnmergedChanges.class)
                .hasMessage("The pet 'try' would lose a change to its home");
        assertThat(fixture.pets().get(TRY).isRunning()).isTrue();
    }

    @Test
    void refusesPetsThatKeepNothingApart() {
        var plain = new PetName("plain");
        fixture.create(plain);

        assertThatThrownBy(() -> fixture.pets().homes().diff(plain, List.of(), fixture.narrator()))
                .isInstanceOf(NoOverlay.class)
                .hasMessage("The pet 'plain' has --home=shared, so nothing it writes is kept apart from a home");
        assertThat(fixture.pets().homes().unmerged(plain, fixture.narrator())).isZero();
    }

    @Test
    void saysWhenTheEngineCannotLayOneOverTheOther() {
        stop();
        fixture.engine()
                .faults()
                .fail("start", new EngineRefused(EngineKind.DOCKER, "start", "error mounting hearth-home-1: invalid"));

        assertThatThrownBy(() -> fixture.pets().start(TRY, fixture.narrator()))
                .isInstanceOf(HomeNotOverlaid.class)
                .hasMessage("Docker cannot lay a pet's writes over your home on this machine:"
                        + " error mounting hearth-home-1: invalid");
    }

    private boolean merge(boolean agreed) {
        return fixture.pets().homes().merge(TRY, List.of(), OnConflict.REFUSE, _ -> agreed, fixture.narrator());
    }

    private void stop() {
        fixture.pets().stop(TRY, Duration.ZERO, fixture.narrator());
    }

    private String volume() {
        return fixture.pets().get(TRY).spec().home() instanceof Home.Overlay(var volume) ? volume : "";
    }

    private static boolean isFirst(List<String> command) {
        return command.equals(GuestFiles.entrypoint()) || command.getLast().contains("sleep 3600");
    }
}
