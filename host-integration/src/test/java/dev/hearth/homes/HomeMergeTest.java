package dev.hearth.homes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

@Timeout(60)
class HomeMergeTest {
    private static final Instant THEN = Instant.parse("2026-01-01T10:00:00.123456789Z");

    @TempDir
    Path directory;

    private PetOnAHome pet;
    private Path outside;

    @BeforeEach
    void makeAHome() throws IOException {
        pet = new PetOnAHome(directory).has("kept", "kept").has("src/a", "a").has("src/deep/b", "b");
        outside = Files.createDirectory(directory.resolve("outside"));
        Files.writeString(outside.resolve("file"), "outside");
    }

    @Test
    void makesTheHomeWhatThePetSaw() throws IOException {
        pet.writes("kept", "pet's")
                .writes("new/file", "1")
                .links("link", "no/../where//")
                .removes("src/deep");
        Files.setPosixFilePermissions(pet.written("kept"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(pet.written("kept"), FileTime.from(THEN));
        Files.setLastModifiedTime(pet.written("new"), FileTime.from(THEN));

        pet.merge();

        assertThat(pet.home().resolve("kept")).hasContent("pet's");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(pet.home().resolve("kept"))))
                .isEqualTo("rwxr-x--x");
        assertThat(Files.getLastModifiedTime(pet.home().resolve("kept")).toInstant())
                .isEqualTo(THEN);
        assertThat(Files.getLastModifiedTime(pet.home().resolve("new")).toInstant())
                .isEqualTo(THEN);
        assertThat(pet.home().resolve("new/file")).hasContent("1");
        assertThat(Files.readSymbolicLink(pet.home().resolve("link"))).hasToString("no/../where");
        assertThat(pet.home().resolve("src/deep")).doesNotExist();
        assertThat(pet.home().resolve("src/a")).hasContent("a");
        assertThat(names(pet.home())).containsExactlyInAnyOrder("kept", "link", "new", "src");
    }

    @Test
    void replacesALinkOfTheHomeAndNeverWhatItLeadsTo() throws IOException {
        Files.createSymbolicLink(pet.home().resolve("dir"), outside);
        Files.createSymbolicLink(pet.home().resolve("name"), outside.resolve("file"));
        pet.writes("dir/file", "pet's").writes("name", "pet's");

        pet.merge();

        assertThat(outside.resolve("file")).hasContent("outside");
        assertThat(pet.home().resolve("dir/file")).hasContent("pet's");
        assertThat(Files.isSymbolicLink(pet.home().resolve("dir"))).isFalse();
        assertThat(Files.isSymbolicLink(pet.home().resolve("name"))).isFalse();
    }

    @Test
    void opensNoDirectoryThatBecameALinkMeanwhile() throws IOException {
        Files.createSymbolicLink(pet.home().resolve("dir"), outside);
        var facts = new Written(new HomePath("dir/file"), EntryType.FILE, 0600, false, 1, "1", THEN, THEN);

        try (var writer = new HomeWriter(pet.home(), ".staging")) {
            assertThatThrownBy(() -> writer.file(facts.path(), facts, bytes("x")))
                    .isInstanceOf(HomeNotWritten.class);
            assertThatThrownBy(() -> writer.putAway(facts.path())).isInstanceOf(HomeNotWritten.class);
            assertThatThrownBy(() -> writer.permit(new HomePath("dir/file"), 0777))
                    .isInstanceOf(HomeNotWritten.class);
        }

        assertThat(outside.resolve("file")).hasContent("outside");
        assertThat(names(outside)).containsExactly("file");
        assertThat(names(pet.home())).containsExactlyInAnyOrder("dir", "kept", "src");
    }

    @Test
    void putsLinksInPlaceAndFollowsNone() throws IOException {
        pet.links("evil", outside.toString()).links("src/a", "/etc/passwd");

        pet.merge();

        assertThat(Files.readSymbolicLink(pet.home().resolve("evil"))).isEqualTo(outside);
        assertThat(names(outside)).containsExactly("file");
        assertThat(Files.readSymbolicLink(pet.home().resolve("src/a"))).hasToString("/etc/passwd");
    }

    @Test
    void letsFilesAndDirectoriesTakeEachOthersPlace() throws IOException {
        pet.writes("src", "now a file").removes("kept");
        Files.delete(pet.written("kept"));
        pet.makes("kept").writes("kept/inner", "1");

        pet.merge();

        assertThat(pet.home().resolve("src")).hasContent("now a file");
        assertThat(pet.home().resolve("kept/inner")).hasContent("1");
        assertThat(pet.changes().all()).isEmpty();
    }

    @Test
    void keepsTheNamesOfAFileTogether() throws IOException {
        pet.writes("one", "1").makes("d");
        Files.createLink(pet.written("d/two"), pet.written("one"));

        pet.merge();

        assertThat(Files.isSameFile(pet.home().resolve("one"), pet.home().resolve("d/two")))
                .isTrue();
        assertThat(names(pet.home())).containsExactlyInAnyOrder("d", "kept", "one", "src");
    }

    @Test
    void fillsDirectoriesThatAreClosedToTheirOwner() throws IOException {
        pet.writes("closed/file", "1");
        Files.setPosixFilePermissions(pet.written("closed"), PosixFilePermissions.fromString("r-xr-xr-x"));

        pet.merge();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(pet.home().resolve("closed"))))
                .isEqualTo("r-xr-xr-x");
        assertThat(pet.home().resolve("closed/file")).hasContent("1");
    }

    @Test
    void goesOnWhereItWasCutOff() throws IOException {
        pet.writes("a", "1".repeat(9))
                .writes("b", "2".repeat(9))
                .writes("kept", "3".repeat(9))
                .removes("src");
        var changes = pet.changes();
        var plan = pet.overlaid().plan(changes, List.of(), OnConflict.REFUSE);
        // The engine dies in the middle of the second file.
        var broken = pet.files((command, output) -> command.contains("content")
                ? pet.run(command, bytes -> output.read(new ByteArrayInputStream(bytes.readNBytes(12))))
                : pet.run(command, output));

        assertThatThrownBy(() -> pet.overlaid().merge(broken, changes, plan, "it"))
                .isInstanceOf(WrittenFilesUnreadable.class);
        assertThat(names(pet.home())).containsExactlyInAnyOrder("a", "kept");
        assertThat(pet.home().resolve("kept")).hasContent("kept");

        pet.has(".hearth-merge-it/left/over", "1");
        var rest = pet.changes();
        assertThat(rest.all()).extracting(change -> change.path().text()).containsExactly("b", "kept");
        pet.overlaid().merge(pet.files(), rest, pet.overlaid().plan(rest, List.of(), OnConflict.REFUSE), "it");

        assertThat(names(pet.home())).containsExactlyInAnyOrder("a", "b", "kept");
        assertThat(pet.home().resolve("kept")).hasContent("333333333");
        assertThat(rest.useless(List.of())).extracting(HomePath::text).containsExactly("a", "b", "kept", "src");
    }

    @Test
    void leavesPipesWhereTheyAre() throws IOException {
        pet.run(List.of("mkfifo", pet.written("pipe").toString()), _ -> {});

        var plan = pet.overlaid().plan(pet.changes(), List.of(), OnConflict.REFUSE);

        assertThat(plan.made()).isEmpty();
        assertThat(plan.left()).extracting(change -> change.path().text()).containsExactly("pipe");
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(Path place) throws IOException {
        try (var children = Files.list(place)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }
}
