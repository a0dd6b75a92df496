package dev.hearth.os.etc;

import static dev.hearth.os.etc.EtcFixture.NONE;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hearth.core.failure.Faults;
import dev.hearth.core.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedEtcTest {
    private static final String FIVE = "one\ntwo\nthree\nfour\nfive\n";

    @TempDir
    Path directory;

    private EtcFixture etc;

    @BeforeEach
    void makeTrees() {
        etc = new EtcFixture(directory);
    }

    @Test
    void fillsAnEmptyDirectory() throws IOException {
        makeAllSorts();

        var report = etc.write();

        requireAllSorts();
        assertThat(report.removed()).isEmpty();
        assertThat(report.written())
                .extracting(Path::toString)
                .containsExactly(
                        "became-directory", "became-directory/a", "became-file", "d", "d/own", "link", "merged");
    }

    @Test
    void correctsWhatIsThereAlready() throws IOException {
        makeAllSorts();
        EtcFixture.write(etc.target, "merged", FIVE);
        EtcFixture.write(etc.target, "became-file/b", "b");
        EtcFixture.write(etc.target, "became-directory", "was a file");
        EtcFixture.write(etc.target, "d/removed", "a");
        EtcFixture.write(etc.target, "d/own", "own");
        EtcFixture.mode(etc.target, "d", 0700);
        EtcFixture.link(etc.target, "link", "elsewhere");

        var report = etc.write();

        requireAllSorts();
        assertThat(report.removed()).extracting(Path::toString).containsExactly("became-file/b", "d/removed");
        assertThat(report.written()).doesNotContain(Path.of("d/own"));
    }

    @Test
    void doesNothingTheSecondTime() throws IOException {
        makeAllSorts();
        etc.write();

        assertThat(etc.write()).isEqualTo(new EtcReport(List.of(), List.of(), List.of()));
    }

    @Test
    void isFinishedByAnotherRunWhereverItWasKilled() throws IOException {
        makeAllSorts();
        var plan = etc.plan();
        int steps = new ScratchTarget(etc, "count").killedBefore(Integer.MAX_VALUE);
        assertThat(steps).isGreaterThan(12);

        for (int step = 1; step <= steps; step++) {
            var scratch = new ScratchTarget(etc, "killed-" + step);
            scratch.killedBefore(step);

            new MergedEtc(scratch.path()).write(plan);

            assertThat(EtcFixture.snapshot(scratch.path()))
                    .as("killed before step %d", step)
                    .isEqualTo(EtcFixture.snapshot(directory.resolve("count")));
            assertThat(scratch.path()).isDirectoryNotContaining("glob:**.hearth-merge");
        }
    }

    @Test
    void removesWhatAKilledRunLeftEvenWhenItIsALink() throws IOException {
        var outside = Files.createDirectory(directory.resolve("outside"));
        EtcFixture.write(outside, "precious", "x");
        EtcFixture.link(etc.target, ".hearth-merge", outside.toString());
        etc.with("a", "a", "a", "a");

        etc.write();

        assertThat(outside.resolve("precious")).exists();
        assertThat(Files.exists(etc.target.resolve(".hearth-merge"), NOFOLLOW_LINKS))
                .isFalse();
        assertThat(etc.written("a")).isEqualTo("a");
    }

    @Test
    void replacesALinkInsteadOfWritingWhereItLeads() throws IOException {
        var outside = Files.createDirectory(directory.resolve("outside"));
        etc.with("d/a", "a", "b", "a").with("file", "a", "b", "a");
        EtcFixture.link(etc.target, "d", outside.toString());
        EtcFixture.link(etc.target, "file", outside.resolve("file").toString());

        etc.write();

        assertThat(outside).isEmptyDirectory();
        assertThat(etc.written("d/a")).isEqualTo("b");
    }

    @Test
    void doesNotFollowALinkThatTookADirectorysPlaceMeanwhile() throws IOException {
        var outside = Files.createDirectory(directory.resolve("outside"));
        etc.with("d/a", "a", "b", "a");
        var swapping = new MergedEtc(etc.target, path -> {
            if (path.equals(Path.of("d/a"))) {
                swap(etc.target.resolve("d"), outside);
            }
        });

        assertThatThrownBy(() -> swapping.write(etc.plan()))
                .isInstanceOf(EtcChanged.class)
                .hasMessage("'%s' changed while the configuration was merged".formatted(etc.target.resolve("d")));
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void doesNotCopyWhatALinkInTheSourceLeadsToMeanwhile() throws IOException {
        var outside = Files.createDirectory(directory.resolve("outside"));
        EtcFixture.write(outside, "a", "secret");
        etc.with("d/a", NONE, NONE, "a");
        var plan = etc.plan();
        swap(etc.local.resolve("d"), outside);

        assertThatThrownBy(() -> new MergedEtc(etc.target).write(plan)).isInstanceOf(EtcChanged.class);
        assertThat(etc.target.resolve("d/a")).doesNotExist();
    }

    @Test
    void breaksHardLinksInsteadOfWritingIntoThem() throws IOException {
        etc.with("a", "a", "b", "a");
        Files.createLink(etc.target.resolve("a"), etc.old.resolve("a"));
        EtcFixture.mode(etc.fresh, "a", 0600);

        etc.write();

        assertThat(etc.old.resolve("a")).hasContent("a");
        assertThat(etc.written("a")).isEqualTo("b");
    }

    @Test
    void keepsSetuidAndStickyBits() throws IOException {
        etc.with("d/program", "a", "a", "b");
        EtcFixture.mode(etc.local, "d/program", 04750);
        EtcFixture.mode(etc.local, "d", 03775);

        etc.write();

        assertThat(mode("d/program")).isEqualTo(04750);
        assertThat(mode("d")).isEqualTo(03775);
    }

    @Test
    void leavesAPipeThatIsThereAndTheDirectoryAroundIt() {
        etc.with("a", "a", "a", "a");
        EtcFixture.PROCESSES
                .run(Command.of("mkdir", etc.target.resolve("d").toString()))
                .orThrow();
        EtcFixture.PROCESSES
                .run(Command.of("mkfifo", etc.target.resolve("d/pipe").toString()))
                .orThrow();

        assertThat(etc.write().skipped()).containsExactly(Path.of("d/pipe"));
        assertThat(etc.target.resolve("d/pipe")).exists();
    }

    @Test
    void keepsOwnersAndLabelsAsRoot() throws IOException {
        assumeThat(Files.getAttribute(directory, "unix:uid")).as("root").isEqualTo(0);
        etc.with("merged", FIVE, FIVE.replace("five", "5"), FIVE.replace("one", "1"))
                .with("d/own", NONE, NONE, "own");
        for (var name : List.of("merged", "d", "d/own")) {
            var file = etc.local.resolve(name);
            Files.setAttribute(file, "unix:uid", 4242);
            Files.setAttribute(file, "unix:gid", 4343);
            label(file);
        }
        EtcFixture.link(etc.local, "link", "nowhere");
        Files.setAttribute(etc.local.resolve("link"), "unix:uid", 4242, NOFOLLOW_LINKS);

        etc.write();

        for (var name : List.of("merged", "d", "d/own")) {
            assertThat(Files.readAttributes(etc.target.resolve(name), "unix:uid,gid"))
                    .as(name)
                    .containsEntry("uid", 4242)
                    .containsEntry("gid", 4343);
            assertThat(labelOf(etc.target.resolve(name))).as(name).contains("security.hearth=\"etc_t\"");
        }
        assertThat(Files.getAttribute(etc.target.resolve("link"), "unix:uid", NOFOLLOW_LINKS))
                .isEqualTo(4242);
    }

    /** A directory like the one that ostree fills, for a run that is killed. */
    private record ScratchTarget(EtcFixture etc, Path path) {
        ScratchTarget(EtcFixture etc, String name) throws IOException {
            this(etc, Files.createDirectory(etc.target.resolveSibling(name)));
            EtcFixture.write(path, "merged", FIVE);
            EtcFixture.write(path, "became-file/b", "b");
            EtcFixture.write(path, "became-directory", "was a file");
            EtcFixture.write(path, "d/own", "own");
            EtcFixture.mode(path, "d", 0700);
        }

        /** {@return how many steps were begun} */
        int killedBefore(int step) {
            var faults = new Faults().dieBefore(step);
            try {
                new MergedEtc(path, entry -> faults.run(entry.toString(), () -> {})).write(etc.plan());
            } catch (Faults.Killed e) {
                // What was being made stays behind when a program cannot clean up.
                EtcFixture.write(path, ".hearth-merge/entry/half", "ha");
            }
            return faults.calls().size();
        }
    }

    private void makeAllSorts() throws IOException {
        etc.with("merged", FIVE, FIVE.replace("five", "5"), FIVE.replace("one", "1"))
                .with("d/own", NONE, NONE, "own")
                .with("d/removed", "a", NONE, "a")
                .with("became-file", NONE, "file", NONE)
                .with("became-directory/a", NONE, "a", NONE);
        EtcFixture.link(etc.local, "link", "/nowhere");
    }

    private void requireAllSorts() throws IOException {
        assertThat(etc.written("merged")).isEqualTo("1\ntwo\nthree\nfour\n5\n");
        assertThat(etc.written("d/own")).isEqualTo("own");
        assertThat(etc.target.resolve("d/removed")).doesNotExist();
        assertThat(etc.written("became-file")).isEqualTo("file");
        assertThat(etc.written("became-directory/a")).isEqualTo("a");
        assertThat(Files.readSymbolicLink(etc.target.resolve("link"))).isEqualTo(Path.of("/nowhere"));
    }

    private int mode(String name) throws IOException {
        return (int) Files.getAttribute(etc.target.resolve(name), "unix:mode") & 07777;
    }

    private static void swap(Path directory, Path outside) {
        try {
            Files.move(directory, directory.resolveSibling("moved-away"));
            Files.createSymbolicLink(directory, outside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets an attribute where a label would be; a made-up name, since a real one needs the kernel's support. */
    private static void label(Path file) {
        var set = Command.of("setfattr", "--name=security.hearth", "--value=etc_t", file.toString());
        assumeThat(EtcFixture.PROCESSES.locate("setfattr")).isPresent();
        EtcFixture.PROCESSES.run(set).orThrow();
    }

    private static String labelOf(Path file) {
        return EtcFixture.PROCESSES
                .run(Command.of("getfattr", "--dump", "--match=-", file.toString()))
                .orThrow()
                .out();
    }
}
