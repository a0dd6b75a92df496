package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment.Withdrawn;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Outcome;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.Update;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.gate.Verdict;
import dev.hearth.os.gate.Verdicts;
import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.publish.ChannelName;
import dev.hearth.os.publish.ChannelNotTrusted;
import dev.hearth.os.publish.Provider;
import dev.hearth.os.publish.Site;
import dev.hearth.os.publish.SiteServer;
import dev.hearth.os.publish.SiteUnreachable;
import dev.hearth.os.repository.Repository;
import dev.hearth.os.rollout.ChannelExpired;
import dev.hearth.os.rollout.ChannelReplayed;
import dev.hearth.os.rollout.ChannelStore;
import dev.hearth.os.rollout.Lifetime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that follows a channel over HTTP, with the real ostree and GnuPG. */
class FollowedChannelIT {
    private static final ChannelName STABLE = ChannelName.parse("stable");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);

    @TempDir
    private Path directory;

    private final List<OsEvent> events = new ArrayList<>();
    private Instant now = NOW;
    private TestSysroot sysroot;
    private Repository repository;
    private Provider provider;
    private ProviderKey key;

    @BeforeEach
    void begin() throws IOException {
        Needed.root();
        Needed.programs("ostree", "gpg", "gpgv", "setpriv");
        sysroot = new TestSysroot(directory);
        repository = new Repository(directory.resolve("provider"), sysroot.processes());
        repository.prepare("bare");
        provider = new Provider(repository, () -> now);
        DirectoryTree.makePrivate(home());
        gpg("--passphrase", "", "--quick-generate-key", "it-hearth", "ed25519", "sign", "never");
        key = ProviderKey.find("it-hearth", home(), sysroot.processes());
    }

    @AfterEach
    void end() {
        sysroot.processes().run(Command.of("gpgconf", "--homedir", home().toString(), "--kill", "all"));
    }

    @Test
    void bringsAMachineBackThatHasWhatWasWithdrawn() throws IOException {
        var good = release(1);
        try (var _ = follow()) {
            var bad = release(2);
            var offered = engine().check(false);
            assertThat(offered.rollout()).isEqualTo(new RolloutWindow(NOW, Duration.ofDays(2)));
            assertThat(offered.withdrawn()).isNull();
            assertThat(engine().status().update()).isEqualTo(offered);
            carryOut(UPGRADE);
            assertThat(first()).isEqualTo(bad);

            withdraw("it has no sound");
            var back = engine().check(false);
            assertThat(back.withdrawn()).isEqualTo(new Update.Withdrawn("2", "it has no sound"));
            assertThat(back.commit()).isNotNull();
            assertThat(back.commit().checksum()).isEqualTo(good);

            carryOut(UPGRADE);
            assertThat(first()).isEqualTo(good);
            assertThat(events).contains(new OsEvent.Warned("What is deployed was taken back: it has no sound"));
            assertThat(engine().check(false).withdrawn()).isNull();
        }
    }

    @Test
    void knowsWithoutANetworkWhatWasWithdrawn() throws IOException {
        release(1);
        try (var _ = follow()) {
            release(2);
            carryOut(UPGRADE);
            withdraw("it has no sound");
            assertThat(withdrawn()).containsExactly(Optional.empty(), Optional.empty());
            now = NOW.plusSeconds(60);
            assertThat(engine().check(false).withdrawn()).isNotNull();
        }

        var learnt = Optional.of(new Withdrawn("it has no sound", now));
        now = NOW.plus(Duration.ofDays(9));
        assertThat(withdrawn()).containsExactly(learnt, Optional.empty());
        assertThat(engine().status().update())
                .satisfies(update ->
                        assertThat(update.withdrawn()).isEqualTo(new Update.Withdrawn("2", "it has no sound")));

        try (var _ = serve()) {
            carryOut(UPGRADE);
        }
        assertThat(withdrawn()).containsExactly(Optional.empty(), Optional.of(new Withdrawn("it has no sound", now)));
        assertThat(engine().status().update()).isNull();
    }

    @Test
    void takesNothingByAFileThatWasTamperedWith() throws IOException {
        var good = release(1);
        try (var _ = follow()) {
            release(2);
            var file = file();
            Files.writeString(file, Files.readString(file).replace("172800", "0"));

            refuses(ChannelNotTrusted.class, "has no signature that is trusted here");
            assertThat(first()).isEqualTo(good);
        }
    }

    @Test
    void takesNothingByAFileOfBefore() throws IOException {
        release(1);
        try (var _ = follow()) {
            var bad = release(2);
            carryOut(UPGRADE);
            var before = keepFile();
            withdraw("it has no sound");
            assertThat(engine().check(false).withdrawn()).isNotNull();

            replay(before);
            refuses(ChannelReplayed.class, "is older than what this machine read of the channel before");
            assertThat(first()).isEqualTo(bad);
            assertThat(withdrawn().getFirst()).contains(new Withdrawn("it has no sound", now));
        }
    }

    @Test
    void takesNothingByAFileThatExpired() throws IOException {
        var good = release(1);
        try (var _ = follow()) {
            release(2);
            publish(Lifetime.parse("14d"));
            now = NOW.plus(Duration.ofDays(15));
            refuses(ChannelExpired.class, "expired at 2026-12-05T10:00:0");
            assertThat(first()).isEqualTo(good);

            publish(new Lifetime.AsBefore());
            carryOut(UPGRADE);
            assertThat(first()).isNotEqualTo(good);
        }
    }

    @Test
    void takesNothingWhereTheFileIsGone() throws IOException {
        release(1);
        try (var _ = follow()) {
            release(2);
            Files.delete(file());
            refuses(ChannelGone.class, "is gone");
        }
        assertThatThrownBy(() -> carryOut(UPGRADE)).isInstanceOf(SiteUnreachable.class);
    }

    @Test
    void takesWhatTheFileNamesWhateverTheBranchPointsTo() throws IOException {
        var good = release(1);
        try (var _ = follow()) {
            var second = release(2);
            var third = release(3);
            pointBranchTo(second);
            carryOut(UPGRADE);
            assertThat(first()).isEqualTo(third);

            pointBranchTo(good);
            assertThat(carryOut(UPGRADE)).isEqualTo(Outcome.unchanged("There is no newer version"));
            assertThat(engine().check(false).isAvailable()).isFalse();
        }
    }

    @Test
    void saysThatThereIsNothingToGoBackTo() throws IOException {
        var only = release(1);
        try (var _ = follow()) {
            withdraw("it has no sound");
            var told = engine().check(false);
            assertThat(told.withdrawn()).isNotNull();
            assertThat(told.isAvailable()).isFalse();
            assertThatThrownBy(() -> carryOut(UPGRADE))
                    .isInstanceOf(ChannelEmpty.class)
                    .hasMessage("There is no release in 'up:stable' just now");
            assertThat(first()).isEqualTo(only);
        }
    }

    /** By asking, by upgrading and by rebasing alike. */
    private void refuses(Class<? extends Failure> kind, String reason) {
        var engine = engine();
        for (ThrowingCallable each : List.<ThrowingCallable>of(
                () -> engine.check(false),
                () -> carryOut(UPGRADE),
                () -> carryOut(new Change.Rebase("up:stable", false)))) {
            assertThatThrownBy(each).isInstanceOf(kind).hasMessageContaining(reason);
        }
    }

    private List<Optional<Withdrawn>> withdrawn() {
        return engine().status().deployments().stream()
                .map(each -> Optional.ofNullable(each.remarks().withdrawn()))
                .toList();
    }

    private String release(int version) throws IOException {
        Files.writeString(sysroot.tree().resolve("usr/etc/motd"), "version " + version + "\n");
        var commit = repository
                .run(
                        "commit",
                        List.of(
                                "--branch=it/base",
                                "--no-bindings",
                                "--bootable",
                                "--timestamp=2026-11-21T%02d:00:00Z".formatted(version),
                                "--add-metadata-string=version=" + version,
                                "--tree=dir=" + sysroot.tree()))
                .out()
                .strip();
        provider.sign(commit, key);
        var check = new Verdict.Check("10-boots", 0, 1, "");
        new Verdicts(repository).keep(new Verdict(commit, NOW, null, List.of(check)), key);
        provider.release(commit, STABLE, Duration.ofDays(2), key);
        publish(new Lifetime.AsBefore());
        return commit;
    }

    private void withdraw(String reason) {
        provider.withdraw(STABLE, reason, key);
        publish(new Lifetime.AsBefore());
    }

    private void publish(Lifetime lifetime) {
        new Site(new Repository(site(), sysroot.processes())).publish(provider, key, lifetime);
    }

    private Path site() {
        return directory.resolve("site");
    }

    /** What machines read of the channel. */
    private Path file() {
        return site().resolve(Site.CHANNELS).resolve("stable.json");
    }

    /** {@return copies of the file and its signature, as somebody may keep them who means no good} */
    private Path keepFile() throws IOException {
        var kept = Files.createTempDirectory(directory, "kept").resolve("stable.json");
        Files.copy(file(), kept);
        Files.copy(ProviderKey.signature(file()), ProviderKey.signature(kept));
        return kept;
    }

    private void replay(Path kept) throws IOException {
        Files.copy(kept, file(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(ProviderKey.signature(kept), ProviderKey.signature(file()), StandardCopyOption.REPLACE_EXISTING);
    }

    private void pointBranchTo(String commit) {
        var site = new Repository(site(), sysroot.processes());
        site.run("refs", List.of("--force", "--create=" + STABLE, commit));
        site.run("summary", List.of("--update"));
    }

    private SiteServer serve() throws IOException {
        var server = SiteServer.of(site(), 0);
        sysroot.ostree("config", "--repo=" + sysroot.repository(), "set", "remote \"up\".url", server.address());
        return server;
    }

    /** {@return the site, which the machine has its base from now} */
    private SiteServer follow() throws IOException {
        var ring = directory.resolve("key.gpg");
        gpg("--output", ring.toString(), "--export", "it-hearth");
        sysroot.ostree(
                "remote", "--repo=" + sysroot.repository(), "add", "--gpg-import=" + ring, "up", "http://127.0.0.1");
        var server = serve();
        carryOut(new Change.Rebase("up:stable", false));
        return server;
    }

    private Outcome carryOut(Change change) {
        return engine().carryOut(change, events::add);
    }

    private String first() {
        return engine().status().deployments().getFirst().id().checksum();
    }

    private OstreeEngine engine() {
        return OstreeEngine.of(
                sysroot.sysroot(),
                Path.of("/"),
                sysroot.processes(),
                () -> now,
                new Caller(0, "process 1"),
                new NoLayers(),
                new MergedConfiguration(
                        new ConfigMerge(sysroot.processes()),
                        new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), 0))),
                Shutdown.NONE,
                new ChannelStore(directory.resolve("channels")));
    }

    /** Short: the agent's socket lies in it. */
    private Path home() {
        return directory.resolve("g");
    }

    private void gpg(String... words) {
        sysroot.processes()
                .run(Command.of("gpg", "--homedir", home().toString(), "--batch", "--quiet", "--yes")
                        .with(words))
                .orThrow();
    }
}
