package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hearth.os.Commit;
import dev.hearth.os.Layering.Inactive;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.gvariant.MalformedVariant;
import dev.hearth.os.gvariant.Variant;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommitObjectTest {
    static final String BASE = "6185c98dbf397bf023bbc8df20593f958c60ff8bf2659141e1e4dbb1a2b30a76";
    static final String LAYERED = "382cff69de3edf6946982101e6a99356832f7686b13cb5dbfc97bebfc97667da";

    @TempDir
    private Path repository;

    @Test
    void readsWhatOstreeWrote() throws IOException {
        var commit = CommitObject.parse(BASE, RecordedCommit.bytes("base"));

        assertThat(commit.commit()).isEqualTo(new Commit(BASE, "12.1", Instant.parse("2026-11-22T01:53:38Z")));
        assertThat(commit.metadata().text("ostree.linux")).contains("6.1.0-test");
        assertThat(LayerNote.from(commit.metadata())).isEmpty();
    }

    @Test
    void readsWhatWasLaidOnIt() throws IOException {
        var commit = CommitObject.parse(LAYERED, RecordedCommit.bytes("layered"));

        assertThat(LayerNote.from(commit.metadata()))
                .contains(new LayerNote(
                        BASE,
                        "abc",
                        List.of("tmux"),
                        List.of(),
                        List.of(new Inactive("nano", "the base has it")),
                        List.of(new InstalledPackage("vim-common", "2:9.0", "all")),
                        List.of(new VersionChange(
                                new InstalledPackage("bash", "5.2-1", "amd64"),
                                new InstalledPackage("bash", "5.2-2", "amd64")))));
    }

    @ParameterizedTest
    @MethodSource("rollouts")
    void readsOverWhichTimeItIsToBeTaken(Map<String, Variant> metadata, @Nullable RolloutWindow expected) {
        var made = Instant.parse("2026-11-20T00:00:00Z");
        var commit = new CommitObject(BASE, new Variant.Dictionary(metadata), null, made);

        assertThat(commit.rollout()).isEqualTo(Optional.ofNullable(expected));
    }

    static Stream<Arguments> rollouts() {
        var start = "hearth.rollout.start";
        var duration = "hearth.rollout.duration";
        var window = new RolloutWindow(Instant.ofEpochSecond(1796205600), Duration.ofDays(2));
        return Stream.of(
                Arguments.of(Map.of(), null),
                Arguments.of(Map.of(start, text("1796205600"), duration, text("172800")), window),
                Arguments.of(Map.of(start, new Variant.Whole(1796205600), duration, new Variant.Whole(172800)), window),
                Arguments.of(
                        Map.of(duration, text("60")),
                        new RolloutWindow(Instant.parse("2026-11-20T00:00:00Z"), Duration.ofMinutes(1))),
                Arguments.of(Map.of(start, text("1796205600")), null),
                Arguments.of(Map.of(start, text("1796205600"), duration, text("2 days")), null),
                Arguments.of(Map.of(start, text("1796205600"), duration, new Variant.Whole(-1)), null));
    }

    private static Variant text(String value) {
        return new Variant.Text(value);
    }

    @Test
    void notesInTheFormThatOstreeTakes() throws IOException {
        var note = LayerNote.from(CommitObject.parse(LAYERED, RecordedCommit.bytes("layered"))
                        .metadata())
                .orElseThrow();

        assertThat(note.metadata())
                .containsEntry("hearth.base", "'" + BASE + "'")
                .containsEntry("hearth.layered", "@as ['tmux']")
                .containsEntry("hearth.local", "@as []")
                .containsEntry("hearth.inactive", "@as ['nano the base has it']")
                .containsEntry("hearth.replaced", "@as ['bash 5.2-1 amd64 bash 5.2-2 amd64']");
    }

    @Test
    void saysWhichCommitIsDamaged() throws IOException {
        var whole = RecordedCommit.bytes("base");
        var directory = Files.createDirectories(repository.resolve("objects/61"));
        Files.write(directory.resolve(BASE.substring(2) + ".commit"), Arrays.copyOf(whole, 100));

        assertThatExceptionOfType(DamagedSysroot.class)
                .isThrownBy(() -> CommitObject.read(repository, BASE))
                .withMessageStartingWith("The commit " + BASE + " cannot be read: a ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "layered"})
    void refusesOrReadsWhateverIsLeftOfACommit(String recorded) throws IOException {
        var whole = RecordedCommit.bytes(recorded);

        for (int at = 0; at < whole.length; at++) {
            assertReadOrRefused(Arrays.copyOf(whole, at));
            for (byte wrong : new byte[] {0, 1, 0x7f, (byte) 0x80, (byte) 0xff}) {
                var damaged = whole.clone();
                damaged[at] = wrong;
                assertReadOrRefused(damaged);
            }
        }
    }

    private static void assertReadOrRefused(byte[] bytes) {
        var thrown = catchThrowable(
                () -> LayerNote.from(CommitObject.parse(BASE, bytes).metadata()));

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(MalformedVariant.class);
        }
    }

    @Test
    void saysWhichCommitIsMissing() {
        assertThatExceptionOfType(DamagedSysroot.class)
                .isThrownBy(() -> CommitObject.read(repository, BASE))
                .withMessage("The commit " + BASE + " cannot be read: the repository does not hold it")
                .satisfies(failure -> assertThat(failure.hint())
                        .hasValueSatisfying(hint -> assertThat(hint).contains("ostree fsck --repo=" + repository)));
    }
}
