package dev.hearth.homes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PetChangesTest {
    @TempDir
    Path directory;

    private PetOnAHome pet;

    @BeforeEach
    void makeAHome() throws IOException {
        pet = new PetOnAHome(directory)
                .has("kept", "kept")
                .has("notes", "old")
                .has("src/a", "a")
                .has("src/b", "b");
    }

    @Test
    void seesNothingWhereNothingWasWritten() {
        assertThat(lines(pet.changes())).isEmpty();
    }

    @Test
    void tellsWhatWasAddedChangedAndRemoved() throws IOException {
        pet.writes("notes", "longer")
                .writes("new/file", "1")
                .links("link", "kept")
                .removes("src/a");

        assertThat(lines(pet.changes()))
                .containsExactly(
                        "added LINK 4 link",
                        "added DIRECTORY new",
                        "added FILE 1 new/file",
                        "changed FILE 6 notes",
                        "removed FILE 1 src/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
    void readsNamesWithAnyBytesByAnyShell(String shell) throws IOException {
        var words = List.of(shell.split(" ", -1));
        Needed.programs(words.getFirst());
        pet = new PetOnAHome(Files.createDirectory(directory.resolve("other")), words);
        pet.writes("we ird\nname \\ $(x) 'q' *", "1").writes("-n", "2");
        for (var place : List.of(pet.written(""), pet.view(""))) {
            pet.run(List.of("/bin/sh", "-c", "printf x >\"$1/$(printf 'b\\377d')\"", "sh", place.toString()), _ -> {});
        }

        assertThat(lines(pet.changes()))
                .containsExactly("added FILE 1 -n", "added FILE 1 b\\xFFd", "added FILE 1 we ird\nname \\ $(x) 'q' *");
        pet.merge();
        assertThat(lines(pet.changes())).isEmpty();
        assertThat(pet.home().resolve("we ird\nname \\ $(x) 'q' *")).hasContent("1");
    }

    @Test
    void passesOverCopiesThatAreWhatTheHomeHas() throws IOException {
        pet.writes("notes", "old");
        same("notes");

        assertThat(lines(pet.changes())).isEmpty();

        Files.setPosixFilePermissions(pet.written("notes"), PosixFilePermissions.fromString("rwx------"));
        assertThat(lines(pet.changes())).containsExactly("changed FILE 3 notes");
    }

    @Test
    void tellsWhatADirectoryThatWasMadeAnewHides() {
        pet.makesAnew("src").writes("src/c", "c");

        var changes = pet.changes();

        assertThat(lines(changes))
                .containsExactly("removed FILE 1 src/a", "removed FILE 1 src/b", "added FILE 1 src/c");
        assertThatThrownBy(() -> changes.making(List.of(new HomePath("src/a"))))
                .isInstanceOf(RemovedWithDirectory.class)
                .hasMessage("'src/a' was removed with its directory, which the pet made anew");
    }

    @Test
    void tellsOfFilesAndDirectoriesThatTookEachOthersPlace() throws IOException {
        Files.createDirectories(pet.written("notes"));
        pet.writes("src", "file").makesAnew("kept").writes("kept/x", "1");

        assertThat(lines(pet.changes()))
                .containsExactly(
                        "changed DIRECTORY kept",
                        "added FILE 1 kept/x",
                        "changed DIRECTORY notes",
                        "changed FILE 4 src");
    }

    @Test
    void findsConflictsWhereTheHomeChangedAfterThePetWrote() throws IOException {
        pet.writes("notes", "pet's").removes("src");
        touch("notes");
        touch("src/a");

        assertThat(pet.changes().all()).extracting(HomeChange::conflict).containsExactly(true, true);
        assertThatThrownBy(() -> pet.overlaid().plan(pet.changes(), List.of(), OnConflict.REFUSE))
                .isInstanceOf(HomeChangedToo.class)
                .hasMessage("Your home changed after the pet wrote there: 'notes', 'src'");
    }

    @Test
    void leavesConflictsToTheHomeWhenAskedTo() throws IOException {
        pet.writes("notes", "pet's").writes("new", "1");
        touch("notes");

        var plan = pet.overlaid().plan(pet.changes(), List.of(), OnConflict.KEEP_HOME);

        assertThat(plan.made()).extracting(change -> change.path().text()).containsExactly("new");
        assertThat(plan.left()).extracting(change -> change.path().text()).containsExactly("notes");
    }

    @Test
    void takesWhatIsAtAPathOnlyWithTheDirectoriesThatItNeeds() {
        pet.writes("a/b/c", "1").writes("a/other", "2");

        var plan = pet.overlaid().plan(pet.changes(), List.of(new HomePath("a/b")), OnConflict.REFUSE);

        assertThat(plan.made()).extracting(change -> change.path().text()).containsExactly("a", "a/b", "a/b/c");
        assertThatThrownBy(() -> pet.changes().at(List.of(new HomePath("kept"))))
                .isInstanceOf(NothingChangedThere.class)
                .hasMessage("The pet changed nothing at 'kept'");
    }

    @Test
    void neverTakesWhatTheEngineKeepsInTheHomeForTheHomes() {
        pet.has("storage/volumes", "x").removes("storage");

        assertThat(lines(new OverlaidHome(pet.home(), pet.home().resolve("storage")).changes(pet.files())))
                .noneMatch(line -> line.contains("storage"));
    }

    @Test
    void knowsWhatIsOfNoUseAnyMore() {
        pet.writes("a/b", "1").writes("a/c", "2").writes("d/e", "3");
        var changes = pet.changes();
        var left = changes.at(List.of(new HomePath("a/c")));

        assertThat(changes.useless(left)).extracting(HomePath::text).containsExactly("a/b", "d");
        assertThat(changes.making(List.of())).extracting(HomePath::text).containsExactly("a", "d");
    }

    private List<String> lines(PetChanges changes) {
        return changes.all().stream()
                .map(change -> "%s %s%s %s"
                        .formatted(
                                change.kind().word(),
                                change.type(),
                                change.type() == EntryType.DIRECTORY ? "" : " " + change.size(),
                                change.path().text()))
                .toList();
    }

    private void same(String path) throws IOException {
        var time = FileTime.from(Instant.parse("2026-01-01T10:00:00.123456789Z"));
        Files.setLastModifiedTime(pet.home().resolve(path), time);
        Files.setLastModifiedTime(pet.written(path), time);
    }

    /** Changes a file of the home until the clock has gone on. */
    private void touch(String path) throws IOException {
        var since = Instant.now();
        var file = pet.home().resolve(path);
        do {
            Files.writeString(file, "changed");
        } while (!((FileTime) Files.getAttribute(file, "unix:ctime"))
                .toInstant()
                .isAfter(since));
    }
}
