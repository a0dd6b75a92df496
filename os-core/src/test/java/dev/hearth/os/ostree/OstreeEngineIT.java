package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.os.Change;
import dev.hearth.os.Change.Configuration;
import dev.hearth.os.Change.Leftover;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.Layering;
import dev.hearth.os.Marks;
import dev.hearth.os.NoRollback;
import dev.hearth.os.NoSuchDeployment;
import dev.hearth.os.NotBooted;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Outcome;
import dev.hearth.os.ProtectedDeployment;
import dev.hearth.os.Signature;
import dev.hearth.os.Signature.Verdict;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import dev.hearth.os.Step;
import dev.hearth.os.Update;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.rollout.ChannelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class OstreeEngineIT {
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);

    @TempDir
    private Path directory;

    private final List<OsEvent> events = new ArrayList<>();
    private TestSysroot sysroot;
    private OstreeEngine engine;

    @BeforeEach
    void makeSysroot() throws IOException {
        sysroot = new TestSysroot(directory);
        engine = engine(new NoLayers());
    }

    private OstreeEngine engine(Assembler assembler) {
        return OstreeEngine.of(
                sysroot.sysroot(),
                Path.of("/"),
                sysroot.processes(),
                InstantSource.system(),
                new Caller(0, "process 1"),
                assembler,
                new MergedConfiguration(
                        new ConfigMerge(sysroot.processes()),
                        new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), 0))),
                Shutdown.NONE,
                new ChannelStore(directory.resolve("channels")));
    }

    @AfterEach
    void agreesWithOstree() {
        sysroot.requireSound(deployments());
    }

    @Test
    void showsWhatIsDeployed() {
        var deployment = deployments().getFirst();

        assertThat(deployment.source()).isEqualTo(new Source.Branch(null, TestSysroot.BRANCH));
        assertThat(deployment.commit().version()).isEqualTo("1.1");
        assertThat(deployment.kernelArguments()).containsExactly("root=LABEL=root");
        assertThat(deployment.marks()).isEqualTo(Marks.NONE);
    }

    @Test
    void hasNothingToDoWithoutANewVersion() {
        var before = deployments();

        assertThat(carryOut(UPGRADE)).isEqualTo(Outcome.unchanged("There is no newer version"));
        assertThat(engine.check(false).isAvailable()).isFalse();
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void upgradesAndKeepsTheOldOneToReturnTo() {
        var old = deployments().getFirst().id();
        var newest = sysroot.commit();

        var outcome = carryOut(UPGRADE);

        assertThat(outcome.deployment()).isEqualTo(new DeploymentId(TestSysroot.STATEROOT, newest, 0));
        assertThat(ids()).containsExactly(outcome.deployment(), old);
        assertThat(deployments().getFirst().kernelArguments()).containsExactly("root=LABEL=root");
        assertThat(deployments().getLast().marks().rollback()).isTrue();
    }

    @Test
    void seesAnUpdateBeforeItIsTaken() {
        var newest = sysroot.commit();

        assertThat(engine.check(false).commit())
                .satisfies(commit -> assertThat(commit.checksum()).isEqualTo(newest));
    }

    @Test
    void planChangesNothing() {
        sysroot.commit();
        var before = deployments();

        assertThat(engine.plan(UPGRADE))
                .extracting(Step::text)
                .containsExactly(
                        "Fetch the newest version of test/1/base",
                        "Deploy it, with the configuration of "
                                + before.getFirst().id().abbreviated() + " merged in",
                        "Check that it would work: room in /boot, the configuration of sshd, sudo and systemd,"
                                + " the libraries of programs",
                        "Boot it next");
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void plansNothingWhereAllIsAsAskedAlready() {
        var change = new Change.KernelArguments(List.of(), List.of("root=LABEL=root"), List.of());

        assertThat(engine.plan(change))
                .extracting(Step::text)
                .containsExactly("Leave the base as it is: it is as asked already");
        assertThat(carryOut(change)).isEqualTo(Outcome.unchanged("The base is as asked already"));
    }

    @Test
    void keepsTwoVersionsAndNoMore() {
        sysroot.commit();
        carryOut(UPGRADE);
        var second = ids().getFirst();
        sysroot.commit();

        carryOut(UPGRADE);

        assertThat(ids()).hasSize(2).last().isEqualTo(second);
    }

    @Test
    void rollsBackBitForBitAndForthAgain() throws IOException {
        var old = deployments().getFirst().id();
        Files.writeString(sysroot.sysroot().deployment(old).resolve("etc/local"), "kept\n");
        sysroot.commit();
        carryOut(UPGRADE);
        var upgraded = ids().getFirst();
        Files.writeString(sysroot.sysroot().deployment(upgraded).resolve("etc/later"), "of the new one\n");

        carryOut(new Change.Rollback(Configuration.OLD));

        assertThat(ids()).containsExactly(old, upgraded);
        assertThat(sysroot.sysroot().deployment(old).resolve("etc/local")).hasContent("kept\n");
        assertThat(sysroot.sysroot().deployment(old).resolve("etc/later")).doesNotExist();

        carryOut(new Change.Rollback(Configuration.OLD));
        assertThat(ids()).containsExactly(upgraded, old);
    }

    @Test
    void rollsBackWithTheConfigurationOfNow() throws IOException {
        var old = ids().getFirst();
        sysroot.commit();
        carryOut(UPGRADE);
        var upgraded = sysroot.sysroot().deployment(ids().getFirst());
        Files.writeString(upgraded.resolve("etc/later"), "of the new one\n");

        carryOut(new Change.Rollback(Configuration.CURRENT));

        var again = ids().getFirst();
        assertThat(again).isEqualTo(new DeploymentId(old.stateroot(), old.checksum(), 1));
        assertThat(sysroot.sysroot().deployment(again).resolve("etc/later")).hasContent("of the new one\n");
        assertThat(deployments().getFirst().kernelArguments()).containsExactly("root=LABEL=root");
    }

    @Test
    void rollsBackWithTheOlderDefaultsMergedIn() throws IOException {
        Files.writeString(sysroot.tree().resolve("usr/etc/motd"), "welcome\none\ntwo\nthree\nvier\n");
        sysroot.commit();
        carryOut(UPGRADE);
        Files.writeString(sysroot.tree().resolve("usr/etc/motd"), "welcome\none\ntwo\nthree\nfour\n");
        sysroot.commit();
        carryOut(UPGRADE);
        var etc = sysroot.sysroot().deployment(ids().getFirst()).resolve("etc");
        Files.writeString(etc.resolve("motd"), "hello\none\ntwo\nthree\nfour\n");

        carryOut(new Change.Rollback(Configuration.MERGED));

        assertThat(sysroot.sysroot().deployment(ids().getFirst()).resolve("etc/motd"))
                .hasContent("hello\none\ntwo\nthree\nvier\n");
    }

    @Test
    void hasNothingToRollBackToAtFirst() {
        assertThatExceptionOfType(NoRollback.class).isThrownBy(() -> carryOut(new Change.Rollback(Configuration.OLD)));
    }

    @Test
    void keepsWhatIsPinned() {
        var pinned = ids().getFirst();
        carryOut(new Change.Pin(0, true));
        for (int round = 0; round < 3; round++) {
            sysroot.commit();
            carryOut(UPGRADE);
        }

        assertThat(ids()).hasSize(3).contains(pinned);
        assertThatExceptionOfType(ProtectedDeployment.class)
                .isThrownBy(() -> carryOut(new Change.Undeploy(2)))
                .withMessage("Deployment 2 is pinned");
        assertThat(carryOut(new Change.Pin(2, true)).changed()).isFalse();

        carryOut(new Change.Pin(2, false));
        carryOut(new Change.Undeploy(2));
        assertThat(ids()).hasSize(2).doesNotContain(pinned);
    }

    @Test
    void neverDropsTheLast() {
        assertThatExceptionOfType(ProtectedDeployment.class)
                .isThrownBy(() -> carryOut(new Change.Undeploy(0)))
                .withMessageContaining("the only one");
        assertThatExceptionOfType(NoSuchDeployment.class).isThrownBy(() -> carryOut(new Change.Undeploy(1)));
    }

    @Test
    void cleansUp() {
        sysroot.commit();
        carryOut(UPGRADE);

        carryOut(new Change.Cleanup(Set.of(Leftover.ROLLBACK)));

        assertThat(ids()).hasSize(1);
        assertThat(deployments().getFirst().commit().version()).isEqualTo("1.2");
        assertThat(carryOut(new Change.Cleanup(Set.of(Leftover.TEMPORARY))).changed())
                .isFalse();
    }

    @Test
    void changesKernelArgumentsInANewDeployment() {
        var old = ids().getFirst();

        var outcome = carryOut(
                new Change.KernelArguments(List.of("quiet", "console=ttyS0"), List.of("root=LABEL=other"), List.of()));

        assertThat(deployments().getFirst().kernelArguments())
                .containsExactly("root=LABEL=other", "quiet", "console=ttyS0");
        assertThat(outcome.deployment()).isEqualTo(new DeploymentId(old.stateroot(), old.checksum(), 1));
        assertThat(deployments().getLast().kernelArguments()).containsExactly("root=LABEL=root");
    }

    @Test
    void followsAnotherBranch() {
        sysroot.ostree("refs", "--repo=" + sysroot.repository(), "--create=test/2/base", TestSysroot.BRANCH);

        carryOut(new Change.Rebase("test/2/base", false));

        assertThat(deployments().getFirst().source()).isEqualTo(new Source.Branch(null, "test/2/base"));
        assertThatExceptionOfType(BranchMissing.class)
                .isThrownBy(() -> carryOut(new Change.Rebase("test/3/base", false)));
        assertThatExceptionOfType(RemoteMissing.class)
                .isThrownBy(() -> carryOut(new Change.Rebase("nowhere:test/3/base", false)));
    }

    @Test
    void fetchesFromARemote() {
        sysroot.addRemote();
        carryOut(new Change.Rebase("up:" + TestSysroot.BRANCH, false));
        assertThat(engine.check(false).isAvailable()).isFalse();

        var newest = sysroot.publishNext();

        assertThat(engine.check(false).isAvailable()).isTrue();
        carryOut(UPGRADE);
        assertThat(ids().getFirst().checksum()).isEqualTo(newest);
    }

    @Test
    void foreseesPackagesWithoutFetchingTheWholeVersion() throws IOException {
        sysroot.installed("kernel 6.1", "tool 1.0", "old 1");
        sysroot.commit();
        carryOut(UPGRADE);
        sysroot.addRemote();
        carryOut(new Change.Rebase("up:" + TestSysroot.BRANCH, false));
        sysroot.installed("kernel 6.1", "tool 1.1", "new 2");
        Files.write(sysroot.tree().resolve("usr/lib/large"), random(1 << 20));
        var newest = sysroot.publishNext();
        try (var server = sysroot.serveRemote()) {
            assertThat(engine.check(false).isAvailable()).isTrue();
            assertThat(server.taken()).isPositive().isLessThan(2000);

            var update = engine.check(true);

            assertThat(server.taken()).isLessThan(100_000);
            var preview = Objects.requireNonNull(update.preview());
            assertThat(preview.packages().added())
                    .extracting(InstalledPackage::toString)
                    .containsExactly("new-2.all");
            assertThat(preview.packages().removed())
                    .extracting(InstalledPackage::toString)
                    .containsExactly("old-1.all");
            assertThat(preview.packages().upgraded()).hasSize(1);
            assertThat(engine.status().update())
                    .isEqualTo(new Update(update.source(), update.commit(), update.signing(), null));
        }
        assertThatExceptionOfType(NotFetched.class)
                .isThrownBy(() -> carryOut(new Change.Upgrade(false, false, true, false)));
        carryOut(new Change.Cleanup(Set.of(Leftover.TEMPORARY)));
        carryOut(new Change.KernelArguments(List.of("quiet"), List.of(), List.of()));
        try (var _ = sysroot.serveRemote()) {
            carryOut(UPGRADE);
        }
        assertThat(ids().getFirst().checksum()).isEqualTo(newest);
        assertThat(sysroot.sysroot().deployment(ids().getFirst()).resolve("usr/lib/large"))
                .hasSize(1 << 20);
        assertThat(engine.status().update()).isNull();
    }

    @Test
    void takesOnlyWhatIsSignedWhereThatIsDemanded() throws IOException {
        sysroot.addRemote();
        try (var key = SigningKey.make(directory, sysroot.processes());
                var stranger = SigningKey.make(directory, sysroot.processes())) {
            sysroot.demandSignatures(key);
            var signed = new Signing(true, List.of(new Signature(Verdict.VALID, key.fingerprint())));

            carryOut(new Change.Rebase("up:" + TestSysroot.BRANCH, false));
            assertThat(deployments().getFirst().signing()).isEqualTo(signed);
            assertThat(deployments().getLast().signing()).isEqualTo(Signing.NOT_REQUIRED);
            var before = deployments();

            var newest = sysroot.publishNext();
            assertUntrusted("The newest version of 'up:test/1/base' is not signed");

            sysroot.signRemote(stranger);
            assertUntrusted("The newest version of 'up:test/1/base' is signed with a key that is not trusted here");
            assertThat(deployments()).isEqualTo(before);

            sysroot.signRemote(key);
            assertThat(engine.check(false).signing().signatures())
                    .contains(new Signature(Verdict.VALID, key.fingerprint()));
            carryOut(UPGRADE);
            assertThat(deployments().getFirst().commit().checksum()).isEqualTo(newest);
            assertThat(deployments().getFirst().signing().signatures())
                    .containsExactlyInAnyOrder(
                            new Signature(Verdict.VALID, key.fingerprint()),
                            new Signature(Verdict.UNKNOWN_KEY, stranger.fingerprint()));
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private void assertUntrusted(String message) {
        assertThatExceptionOfType(UntrustedCommit.class)
                .isThrownBy(() -> engine.check(false))
                .withMessage(message);
        assertThatExceptionOfType(UntrustedCommit.class)
                .isThrownBy(() -> carryOut(UPGRADE))
                .withMessage(message)
                .satisfies(failure -> assertThat(failure.hint()).isPresent());
    }

    @Test
    void goesToAVersionOfThePast() {
        sysroot.addRemote();
        carryOut(new Change.Rebase("up:" + TestSysroot.BRANCH, false));
        var first = ids().getFirst();
        sysroot.publishNext();
        sysroot.publishNext();
        carryOut(UPGRADE);

        carryOut(new Change.Deploy("1.2", false));
        assertThat(deployments().getFirst().commit().version()).isEqualTo("1.2");

        carryOut(new Change.Deploy(first.checksum().substring(0, 10), false));
        assertThat(ids().getFirst().checksum()).isEqualTo(first.checksum());
        assertThatExceptionOfType(RevisionMissing.class).isThrownBy(() -> carryOut(new Change.Deploy("9.9", false)));

        carryOut(UPGRADE);
        assertThat(deployments().getFirst().commit().version()).isEqualTo("1.3");
    }

    @Test
    void saysEachTimeWhatIsStillSetAside() {
        var setAside = List.of(new Layering.Inactive("it-broken", "Its script failed"));
        engine = engine(new SettingAside(setAside));
        carryOut(new Change.Packages(List.of("it-broken"), List.of(), null, List.of(), false, false));

        assertThat(carryOut(UPGRADE))
                .isEqualTo(new Outcome(false, null, PackageDiff.NONE, setAside, "There is no newer version"));
    }

    @Test
    void mergesTheConfigurationByLines() throws IOException {
        Files.writeString(sysroot.tree().resolve("usr/etc/motd"), "welcome\none\ntwo\nthree\nfour\n");
        Files.writeString(sysroot.tree().resolve("usr/etc/mine"), "as delivered\n");
        sysroot.commit();
        carryOut(UPGRADE);
        var etc = sysroot.sysroot().deployment(ids().getFirst()).resolve("etc");
        Files.writeString(etc.resolve("motd"), "hello\none\ntwo\nthree\nfour\n");
        Files.writeString(etc.resolve("mine"), "changed here\n");
        Files.writeString(sysroot.tree().resolve("usr/etc/motd"), "welcome\none\ntwo\nthree\nvier\n");
        Files.writeString(sysroot.tree().resolve("usr/etc/mine"), "changed there\n");
        sysroot.commit();

        carryOut(UPGRADE);

        var merged = sysroot.sysroot().deployment(ids().getFirst()).resolve("etc");
        assertThat(merged.resolve("motd")).hasContent("hello\none\ntwo\nthree\nvier\n");
        assertThat(merged.resolve("mine")).hasContent("changed here\n");
        assertThat(events)
                .contains(new OsEvent.Warned(
                        "Changed both locally and by the new version, and left as it is locally: /etc/mine"));
    }

    @Test
    void addsNothingToWhatRunsWhereThatIsNoneOfItsDeployments() {
        assertThatThrownBy(() -> engine.plan(new Change.ApplyLive())).isInstanceOf(NotBooted.class);
    }

    private Outcome carryOut(Change change) {
        return engine.carryOut(change, events::add);
    }

    private List<Deployment> deployments() {
        return engine.status().deployments();
    }

    private List<DeploymentId> ids() {
        return deployments().stream().map(Deployment::id).toList();
    }
}
