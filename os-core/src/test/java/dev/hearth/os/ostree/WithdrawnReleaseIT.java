package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.os.Change;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.Update;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.gate.Verdict;
import dev.hearth.os.gate.Verdicts;
import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.publish.ChannelName;
import dev.hearth.os.publish.Provider;
import dev.hearth.os.publish.Site;
import dev.hearth.os.publish.SiteServer;
import dev.hearth.os.repository.Repository;
import dev.hearth.os.rollout.Lifetime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that follows a channel over HTTP, with the real ostree and GnuPG. */
class WithdrawnReleaseIT {
    private static final ChannelName STABLE = ChannelName.parse("stable");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path directory;

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
        provider = new Provider(repository, () -> NOW);
        DirectoryTree.makePrivate(home());
        gpg("--passphrase", "", "--quick-generate-key", "it-hearth", "ed25519", "sign", "never");
        key = ProviderKey.find("it-hearth", home(), sysroot.processes());
    }

    @AfterEach
    void end() {
        sysroot.processes().run(Command.of("gpgconf", "--homedir", home().toString(), "--kill", "all"));
    }

    @Test
    void bringsAMachineBackThatHasIt() throws IOException {
        var good = release(1);
        try (var server = SiteServer.of(directory.resolve("site"), 0)) {
            addRemote(server);
            carryOut(new Change.Rebase("up:stable", false));
            var bad = release(2);
            var offered = engine().check(false);
            assertThat(offered.rollout()).isEqualTo(new RolloutWindow(NOW, Duration.ofDays(2)));
            assertThat(offered.withdrawn()).isNull();
            carryOut(new Change.Upgrade(false, false, false, false));
            assertThat(first()).isEqualTo(bad);

            provider.withdraw(STABLE, "it has no sound", key);
            publish();
            var back = engine().check(false);
            assertThat(back.withdrawn()).isEqualTo(new Update.Withdrawn("2", "it has no sound"));
            assertThat(back.commit()).isNotNull();
            assertThat(back.commit().checksum()).isEqualTo(good);

            carryOut(new Change.Upgrade(true, false, false, false));
            assertThat(first()).isEqualTo(good);
            assertThat(engine().check(false).withdrawn()).isNull();
        }
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
        publish();
        return commit;
    }

    private void publish() {
        new Site(new Repository(directory.resolve("site"), sysroot.processes()))
                .publish(provider, key, new Lifetime.AsBefore());
    }

    private void addRemote(SiteServer server) {
        var ring = directory.resolve("key.gpg");
        gpg("--output", ring.toString(), "--export", "it-hearth");
        sysroot.ostree(
                "remote", "--repo=" + sysroot.repository(), "add", "--gpg-import=" + ring, "up", server.address());
    }

    private void carryOut(Change change) {
        engine().carryOut(change, _ -> {});
    }

    private String first() {
        return engine().status().deployments().getFirst().id().checksum();
    }

    private OstreeEngine engine() {
        return OstreeEngine.of(
                sysroot.sysroot(),
                Path.of("/"),
                sysroot.processes(),
                InstantSource.system(),
                new Caller(0, "process 1"),
                new NoLayers(),
                new MergedConfiguration(
                        sysroot.sysroot(),
                        new ConfigMerge(sysroot.processes()),
                        new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), 0))));
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
