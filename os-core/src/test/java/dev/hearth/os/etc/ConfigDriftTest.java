package dev.hearth.os.etc;

import static dev.hearth.os.etc.EtcFixture.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.os.etc.ConfigDrift.Column;
import dev.hearth.os.etc.ConfigDrift.Row;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigDriftTest {
    private static final Column FILE = new Column(DriftState.UNCHANGED, EntryKind.FILE, Set.of());
    private static final Column ABSENT = new Column(DriftState.ABSENT, null, Set.of());
    private static final Column REMOVED = new Column(DriftState.REMOVED, null, Set.of());
    private static final Column ADDED = new Column(DriftState.ADDED, EntryKind.FILE, Set.of());

    @TempDir
    Path directory;

    private EtcFixture etc;

    @BeforeEach
    void makeTrees() {
        etc = new EtcFixture(directory);
    }

    @Test
    void showsNothingWhereAllIsAsInTheOldDefault() {
        etc.with("d/a", "a", "a", "a");

        assertThat(ConfigDrift.of(etc.sources()).rows()).isEmpty();
    }

    @Test
    void showsEachPathInThreeColumns() {
        etc.with("both", "a", "b", "c")
                .with("gone", "a", "a", NONE)
                .with("here", NONE, NONE, "a")
                .with("there", NONE, "a", NONE)
                .with("upstream", "a", NONE, "a");

        assertThat(ConfigDrift.of(etc.sources()).rows())
                .containsExactly(
                        new Row(Path.of("both"), FILE, changed(Difference.CONTENT), changed(Difference.CONTENT)),
                        new Row(Path.of("gone"), FILE, FILE, REMOVED),
                        new Row(Path.of("here"), ABSENT, ABSENT, ADDED),
                        new Row(Path.of("there"), ABSENT, ADDED, ABSENT),
                        new Row(Path.of("upstream"), FILE, REMOVED, FILE));
    }

    @Test
    void tellsAModeAndAnAttributeFromAContent() throws IOException {
        etc.with("mode", "a", "a", "a").with("note", "a", "a", "a");
        EtcFixture.mode(etc.local, "mode", 0600);
        var view = Files.getFileAttributeView(etc.local.resolve("note"), UserDefinedFileAttributeView.class);
        view.write("comment", ByteBuffer.wrap(new byte[] {1}));

        assertThat(ConfigDrift.of(etc.sources()).rows())
                .containsExactly(
                        new Row(Path.of("mode"), FILE, FILE, changed(Difference.MODE)),
                        new Row(Path.of("note"), FILE, FILE, changed(Difference.ATTRIBUTES)));
    }

    @Test
    void tellsAFileThatBecameALink() throws IOException {
        etc.with("a", "a", "a", NONE);
        EtcFixture.link(etc.local, "a", "elsewhere");

        assertThat(ConfigDrift.of(etc.sources()).rows())
                .containsExactly(new Row(
                        Path.of("a"),
                        FILE,
                        FILE,
                        new Column(DriftState.CHANGED, EntryKind.LINK, Set.of(Difference.KIND))));
    }

    @Test
    void takesTwoNamesOfOneFileForTheSame() throws IOException {
        etc.with("a", "a", NONE, NONE);
        Files.createLink(etc.fresh.resolve("a"), etc.old.resolve("a"));
        Files.createLink(etc.local.resolve("a"), etc.old.resolve("a"));

        assertThat(ConfigDrift.of(etc.sources()).rows()).isEmpty();
    }

    @Test
    void doesNotFollowLinks() throws IOException {
        etc.with("d/a", NONE, NONE, "a");
        EtcFixture.link(etc.local, "loop", ".");

        assertThat(ConfigDrift.of(etc.sources()).rows())
                .extracting(row -> row.path().toString())
                .containsExactly("d", "d/a", "loop");
    }

    @Test
    void listsWhatARollbackWouldUndo() throws IOException {
        etc.with("changed", "a", NONE, "b").with("new", NONE, NONE, "a").with("removed", "a", NONE, NONE);
        etc.with("same", "a", NONE, "a");

        var lost = LostChanges.between(EtcTree.read(etc.local), EtcTree.read(etc.old));

        assertThat(lost.rows())
                .containsExactly(
                        new LostChanges.Row(
                                Path.of("changed"), DriftState.CHANGED, EntryKind.FILE, Set.of(Difference.CONTENT)),
                        new LostChanges.Row(Path.of("new"), DriftState.ADDED, EntryKind.FILE, Set.of()),
                        new LostChanges.Row(Path.of("removed"), DriftState.REMOVED, EntryKind.FILE, Set.of()));
    }

    @Test
    void saysThatThereIsNoSuchDirectory() {
        var missing = directory.resolve("missing");

        assertThatThrownBy(() -> EtcTree.read(missing))
                .isInstanceOf(EtcMissing.class)
                .hasMessage("There is no directory '" + missing + "'");
    }

    private static Column changed(Difference difference) {
        return new Column(DriftState.CHANGED, EntryKind.FILE, Set.of(difference));
    }
}
