package dev.hearth.os.etc;

import static dev.hearth.os.etc.EtcFixture.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Command;
import dev.hearth.os.etc.Decision.By;
import dev.hearth.os.etc.Decision.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigMergeTest {
    private static final String FIVE = "one\ntwo\nthree\nfour\nfive\n";

    @TempDir
    Path directory;

    private EtcFixture etc;

    @BeforeEach
    void makeTrees() {
        etc = new EtcFixture(directory);
    }

    @Test
    void leavesAloneWhatNobodyChanged() {
        etc.with("a", "a", "a", "a");

        assertThat(etc.decision("a")).isInstanceOf(Decision.KeepLocal.class);
        assertThat(etc.plan().changes()).isEmpty();
    }

    @Test
    void takesWhatOnlyUpstreamChanged() {
        etc.with("a", "a", "b", "a");

        assertThat(etc.decision("a")).isInstanceOf(Decision.TakeNew.class);
        assertThat(etc.plan().changes().keySet()).containsExactly(Path.of("a"));
    }

    @Test
    void keepsWhatOnlyChangedHere() {
        etc.with("a", "a", "a", "b");

        assertThat(etc.decision("a")).isInstanceOf(Decision.KeepLocal.class);
    }

    @Test
    void keepsWhatBothChangedAlike() {
        etc.with("a", "a", "b", "b");

        assertThat(etc.decision("a")).isInstanceOf(Decision.KeepLocal.class);
    }

    @Test
    void mergesLinesThatDoNotTouch() {
        etc.with("sshd_config", FIVE, FIVE.replace("five", "5"), FIVE.replace("one", "1"));

        assertThat(merged("sshd_config")).isEqualTo("1\ntwo\nthree\nfour\n5\n");
    }

    @Test
    void takesALineOnceThatBothSidesAdded() {
        etc.with("a", FIVE, "zero\n" + FIVE + "six\n", "zero\n" + FIVE);

        assertThat(merged("a")).isEqualTo("zero\n" + FIVE + "six\n");
    }

    @Test
    void mergesALastLineWithoutEnd() {
        etc.with("a", "1\n2\n3\n4", "one\n2\n3\n4", "1\n2\n3\nfour");

        assertThat(merged("a")).isEqualTo("one\n2\n3\nfour\n");
    }

    @Test
    void keepsCarriageReturnsAndCharactersOfAllKinds() {
        etc.with("a", "ä\r\nb\r\nc\r\nd\r\n", "🐧\r\nb\r\nc\r\nd\r\n", "ä\r\nb\r\nc\r\nß\r\n");

        assertThat(merged("a")).isEqualTo("🐧\r\nb\r\nc\r\nß\r\n");
    }

    @Test
    void showsBothSidesOfALineThatBothChanged() {
        etc.with("a", FIVE, FIVE.replace("three", "drei"), FIVE.replace("three", "trois"));

        var conflict = conflict("a");

        assertThat(conflict.reason()).isEqualTo(Reason.BOTH_CHANGED);
        assertThat(conflict.marked()).isEqualTo("""
                one
                two
                <<<<<<< local
                trois
                =======
                drei
                >>>>>>> new default
                four
                five
                """);
    }

    @Test
    void takesTheContentAndKeepsTheModeWhenOnlyTheModeChangedHere() throws IOException {
        etc.with("a", "a", "b", "a");
        EtcFixture.mode(etc.local, "a", 0600);

        etc.write();

        assertThat(etc.written("a")).isEqualTo("b");
        assertThat(EtcTree.read(etc.target).at(Path.of("a")))
                .extracting(entry -> entry.metadata().mode())
                .isEqualTo(0600);
    }

    @Test
    void takesAModeThatOnlyUpstreamChangedForALocalContent() throws IOException {
        etc.with("a", "a", "a", "b");
        EtcFixture.mode(etc.fresh, "a", 0600);

        etc.write();

        assertThat(etc.written("a")).isEqualTo("b");
        assertThat(EtcTree.read(etc.target).at(Path.of("a")))
                .extracting(entry -> entry.metadata().mode())
                .isEqualTo(0600);
    }

    @Test
    void takesTheContentAndKeepsAnAttributeThatWasSetHere() throws IOException {
        etc.with("a", "a", "b", "a");
        var local = Files.getFileAttributeView(etc.local.resolve("a"), UserDefinedFileAttributeView.class);
        local.write("note", ByteBuffer.wrap(new byte[] {1, 2}));

        etc.write();

        assertThat(etc.written("a")).isEqualTo("b");
        assertThat(EtcTree.read(etc.target).at(Path.of("a")))
                .extracting(entry -> entry.metadata().attributes())
                .isEqualTo(Map.of("note", "0102"));
    }

    @Test
    void leavesAwayWhatWasRemovedHere() {
        etc.with("a", "a", "a", NONE);

        assertThat(etc.decision("a")).isEqualTo(new Decision.Removed(By.LOCAL));
    }

    @Test
    void asksAboutWhatWasRemovedHereAndChangedUpstream() {
        etc.with("a", "a", "b", NONE);

        assertThat(conflict("a").reason()).isEqualTo(Reason.REMOVED_LOCALLY);
    }

    @Test
    void asksOnceAboutADirectoryThatWasRemovedHereAndGrewUpstream() {
        etc.with("d/a", "a", "a", NONE).with("d/b", NONE, "b", NONE);

        assertThat(etc.plan().conflicts().keySet()).containsExactly(Path.of("d"));
        assertThat(conflict("d").reason()).isEqualTo(Reason.REMOVED_LOCALLY);
    }

    @Test
    void removesWhatUpstreamRemovedUnlessItChangedHere() throws IOException {
        etc.with("d/same", "a", NONE, "a").with("changed", "a", NONE, "b").with("mode", "a", NONE, "a");
        EtcFixture.mode(etc.local, "mode", 0600);

        var plan = etc.plan();

        assertThat(plan.decisions().get(Path.of("d"))).isEqualTo(new Decision.Removed(By.UPSTREAM));
        assertThat(plan.decisions().get(Path.of("d/same"))).isEqualTo(new Decision.Removed(By.UPSTREAM));
        assertThat(plan.decisions().get(Path.of("mode"))).isEqualTo(new Decision.Removed(By.UPSTREAM));
        assertThat(plan.decisions().get(Path.of("changed"))).isInstanceOf(Decision.KeepLocal.class);
    }

    @Test
    void keepsADirectoryThatUpstreamRemovedForWhatWasAddedHere() {
        etc.with("d/default", "a", NONE, "a").with("d/own", NONE, NONE, "b");

        assertThat(etc.decision("d")).isInstanceOf(Decision.KeepLocal.class);
        assertThat(etc.decision("d/own")).isInstanceOf(Decision.KeepLocal.class);
        assertThat(etc.decision("d/default")).isEqualTo(new Decision.Removed(By.UPSTREAM));
    }

    @Test
    void keepsWhatWasAddedHereAndTakesWhatWasAddedUpstream() {
        etc.with("d/own", NONE, NONE, "a").with("d/theirs", NONE, "b", NONE);

        assertThat(etc.decision("d/own")).isInstanceOf(Decision.KeepLocal.class);
        assertThat(etc.decision("d/theirs")).isInstanceOf(Decision.TakeNew.class);
        assertThat(etc.plan().conflicts()).isEmpty();
    }

    @Test
    void asksAboutDifferentFilesThatBothSidesAdded() {
        etc.with("a", NONE, "theirs\n", "ours\n").with("mask", NONE, "theirs\n", "");

        assertThat(conflict("a").reason()).isEqualTo(Reason.BOTH_ADDED);
        assertThat(conflict("a").marked()).isEqualTo("<<<<<<< local\nours\n=======\ntheirs\n>>>>>>> new default\n");
        assertThat(conflict("mask").reason()).isEqualTo(Reason.BOTH_ADDED);
    }

    @Test
    void keepsTheModeOfADirectoryThatChangedHere() throws IOException {
        etc.with("d/a", "a", "b", "a");
        EtcFixture.mode(etc.local, "d", 0700);

        etc.write();

        assertThat(EtcTree.read(etc.target).at(Path.of("d")))
                .extracting(entry -> entry.metadata().mode())
                .isEqualTo(0700);
        assertThat(etc.written("d/a")).isEqualTo("b");
    }

    @Test
    void leavesPipesOut() throws Exception {
        etc.with("a", "a", "a", "a");
        pipe(etc.local.resolve("pipe"));

        assertThat(etc.decision("pipe")).isEqualTo(new Decision.Skipped());
        assertThat(etc.write().skipped()).containsExactly(Path.of("pipe"));
        assertThat(etc.target.resolve("pipe")).doesNotExist();
    }

    @Test
    void asksAboutAFileThatBecameADirectoryUpstreamAndChangedHere() {
        etc.with("a", "a", NONE, "b").with("a/inside", NONE, "c", NONE);

        assertThat(conflict("a").reason()).isEqualTo(Reason.KIND_CHANGED);
    }

    @Test
    void takesADirectoryInPlaceOfAFileThatDidNotChangeHere() throws IOException {
        etc.with("a", "a", NONE, "a").with("a/inside", NONE, "c", NONE);

        etc.write();

        assertThat(etc.written("a/inside")).isEqualTo("c");
    }

    @Test
    void keepsALinkInPlaceOfADirectoryThatDidNotChangeUpstream() throws IOException {
        etc.with("d/a", "a", "a", NONE);
        EtcFixture.link(etc.local, "d", "/somewhere");

        assertThat(etc.decision("d")).isInstanceOf(Decision.KeepLocal.class);
        assertThat(etc.plan().decisions()).doesNotContainKey(Path.of("d/a"));
    }

    @Test
    void asksAboutALinkInPlaceOfADirectoryThatChangedUpstream() throws IOException {
        etc.with("d/a", "a", "b", NONE);
        EtcFixture.link(etc.local, "d", "/somewhere");

        assertThat(conflict("d").reason()).isEqualTo(Reason.KIND_CHANGED);
    }

    @Test
    void mergesLinksByWhereTheyLead() throws IOException {
        links("here", "one", "one", "two");
        links("upstream", "one", "two", "one");
        links("both", "one", "two", "three");

        assertThat(etc.decision("here")).isInstanceOf(Decision.KeepLocal.class);
        assertThat(etc.decision("upstream")).isInstanceOf(Decision.TakeNew.class);
        assertThat(conflict("both").reason()).isEqualTo(Reason.BOTH_CHANGED);
    }

    @Test
    void doesNotMergeWhatIsNoText() {
        etc.with("a", "1\0", "2\0", "3\0");

        assertThat(conflict("a").reason()).isEqualTo(Reason.BINARY);
    }

    @Test
    void doesNotAskAboutGeneratedFiles() {
        etc.with("ld.so.cache", "1\0", "2\0", "3\0")
                .with("machine-id", "", "uninitialized\n", "abc\n")
                .with("passwd-", "1", "2", "3");

        assertThat(etc.decision("ld.so.cache")).isInstanceOf(Decision.TakeNew.class);
        assertThat(etc.decision("machine-id")).isInstanceOf(Decision.KeepLocal.class);
        assertThat(etc.decision("passwd-")).isInstanceOf(Decision.KeepLocal.class);
    }

    @Test
    void mergesAccountsByName() {
        etc.with(
                "passwd",
                "root:x:0:0::/root:/bin/sh\n",
                "root:x:0:0::/root:/bin/sh\nsshd:x:74:74::/:/usr/sbin/nologin\n",
                "root:x:0:0::/root:/bin/sh\nme:x:1000:1000::/home/me:/bin/bash\n");

        assertThat(merged("passwd")).isEqualTo("""
                root:x:0:0::/root:/bin/sh
                me:x:1000:1000::/home/me:/bin/bash
                sshd:x:74:74::/:/usr/sbin/nologin
                """);
    }

    @Test
    void givesAnAccountTheIdThatItsGroupGotHere() {
        etc.with("group", "root:x:0:\n", "root:x:0:\nsshd:x:990:\n", "root:x:0:\nmine:x:990:\n")
                .with("passwd", "root:x:0:0:::\n", "root:x:0:0:::\nsshd:x:74:990:::\n", "root:x:0:0:::\n");

        assertThat(merged("group")).isEqualTo("root:x:0:\nmine:x:990:\nsshd:x:999:\n");
        assertThat(merged("passwd")).isEqualTo("root:x:0:0:::\nsshd:x:74:999:::\n");
    }

    @Test
    void doesAsWasDecidedAboutTheSameContents() {
        etc.with("keep", "1", "2", "3").with("take", "1", "2", "3").with("edit", "1", "2", "3");
        var resolutions = Resolutions.NONE
                .with(Path.of("keep"), conflict("keep"), new Resolution.Keep())
                .with(Path.of("take"), conflict("take"), new Resolution.Take())
                .with(Path.of("edit"), conflict("edit"), new Resolution.Edited("4"));

        var plan = etc.plan(resolutions);

        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.outdated()).isEmpty();
        new MergedEtc(etc.target).write(plan);
        assertThat(List.of("keep", "take", "edit"))
                .extracting(name -> Files.readString(etc.target.resolve(name)))
                .containsExactly("3", "2", "4");
    }

    @Test
    void asksAgainWhenTheContentsAreOthers() {
        etc.with("a", "1", "2", "3").with("gone", "1", "2", "3");
        var resolutions = Resolutions.NONE
                .with(Path.of("a"), conflict("a"), new Resolution.Keep())
                .with(Path.of("gone"), conflict("gone"), new Resolution.Keep());
        etc.with("a", "1", "9", "3").with("gone", "1", "2", "1");

        var plan = etc.plan(resolutions);

        assertThat(plan.conflicts().keySet()).containsExactly(Path.of("a"));
        assertThat(plan.outdated()).containsExactly(Path.of("a"), Path.of("gone"));
        assertThat(resolutions.without(plan.outdated())).isEqualTo(Resolutions.NONE);
    }

    @Test
    void takesOrKeepsWholeDirectoriesAsWasDecided() {
        etc.with("d/a", "a", "b", NONE).with("d/new", NONE, "c", NONE);
        var taken = Resolutions.NONE.with(Path.of("d"), conflict("d"), new Resolution.Take());
        var kept = Resolutions.NONE.with(Path.of("d"), conflict("d"), new Resolution.Keep());

        assertThat(etc.plan(taken).outcome().keySet()).containsExactly(Path.of("d"), Path.of("d/a"), Path.of("d/new"));
        assertThat(etc.plan(kept).outcome()).isEmpty();
    }

    private void links(String name, String old, String fresh, String local) throws IOException {
        EtcFixture.link(etc.old, name, old);
        EtcFixture.link(etc.fresh, name, fresh);
        EtcFixture.link(etc.local, name, local);
    }

    private static void pipe(Path path) throws Exception {
        EtcFixture.PROCESSES.run(Command.of("mkfifo", path.toString())).orThrow();
    }

    private String merged(String path) {
        assertThat(etc.decision(path)).isInstanceOf(Decision.Merged.class);
        return etc.decision(path) instanceof Decision.Merged merged ? merged.text() : "";
    }

    private Decision.Conflict conflict(String path) {
        return assertThat(etc.decision(path))
                .asInstanceOf(InstanceOfAssertFactories.type(Decision.Conflict.class))
                .actual();
    }
}
