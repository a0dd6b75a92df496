package dev.hearth.os.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.gate.Verdict;
import dev.hearth.os.gate.VerdictNotTrusted;
import dev.hearth.os.gate.Verdicts;
import dev.hearth.os.gpg.Gpgv;
import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.repository.Repository;
import dev.hearth.os.rollout.Channel;
import dev.hearth.os.rollout.Channel.Advice;
import dev.hearth.os.rollout.Lifetime;
import dev.hearth.os.rollout.Validity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a commit to what a machine reads of it over HTTP, with the real ostree and GnuPG. */
class ProviderIT {
    private static final String REF = "it/base";
    private static final ChannelName STABLE = ChannelName.parse("stable");
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(2);

    private final Processes processes = ItHost.processes();

    @TempDir
    private Path directory;

    private Instant now = NOW;
    private Repository repository;
    private Provider provider;
    private ProviderKey key;

    @BeforeEach
    void begin() throws IOException {
        Needed.programs("ostree", "gpg", "gpgv");
        repository = new Repository(directory.resolve("repo"), processes);
        repository.prepare("bare-user");
        provider = new Provider(repository, () -> now);
        key = makeKey("it-hearth");
    }

    @AfterEach
    void end() {
        processes.run(Command.of("gpgconf", "--homedir", home().toString(), "--kill", "all"));
    }

    @Test
    void releasesOnlyWhatIsSignedAndPassedItsGate() throws IOException {
        var commit = commit("one");
        assertThatThrownBy(() -> release(REF)).isInstanceOf(NotSigned.class);

        assertThat(provider.sign(REF, key)).isEqualTo(commit);
        provider.sign(REF, key);
        assertThatThrownBy(() -> release(REF)).isInstanceOf(NotGated.class);

        judge(commit, 1);
        assertThatThrownBy(() -> release(REF))
                .isInstanceOf(GateNotPassed.class)
                .hasMessageContaining("the check '10-boots' ended with status 1");

        judge(commit, 0);
        var release = release(REF).release();
        assertThat(release).isNotNull();
        assertThat(release.commit()).isEqualTo(commit);
        assertThat(release.window().end()).isEqualTo(NOW.plus(WINDOW));
    }

    @Test
    void takesNoVerdictThatSomebodyElseWroteOrThatIsOnAnotherCommit() throws IOException {
        var one = commit("one");
        var two = commit("two");
        provider.sign(two, key);
        judge(one, 0);
        var verdicts = repository.extension().resolve("gate");
        for (var suffix : List.of(".json", ".json.sig")) {
            Files.copy(verdicts.resolve(one + suffix), verdicts.resolve(two + suffix));
        }
        assertThatThrownBy(() -> release(two))
                .isInstanceOf(VerdictNotTrusted.class)
                .hasMessageContaining("it is on the commit " + one);

        judge(two, 1);
        var file = verdicts.resolve(two + ".json");
        Files.writeString(file, Files.readString(file).replace("\"status\" : 1", "\"status\" : 0"));
        assertThatThrownBy(() -> release(two)).isInstanceOf(VerdictNotTrusted.class);
    }

    @Test
    void tellsMachinesOverHttpWhatToTakeAndWhatToLeave() throws IOException {
        var one = released("one");
        var two = released("two");
        var site = directory.resolve("site");
        publish(site);

        try (var server = SiteServer.of(site, 0)) {
            var channel = read(server);
            assertThat(channel.advise(one, 0, NOW)).isInstanceOf(Advice.Take.class);
            assertThat(channel.advise(one, 0.5, NOW)).isInstanceOf(Advice.Wait.class);
            assertThat(channel.advise(two, 0.5, NOW)).isEqualTo(new Advice.Stay());
            assertThat(pulled(server)).isEqualTo(two);

            provider.withdraw(STABLE, "it has no sound", key);
            assertThat(read(server).advise(two, 1, NOW)).isEqualTo(new Advice.Stay());
            publish(site);

            assertThat(read(server).advise(two, 1, NOW)).isInstanceOfSatisfying(Advice.GoBack.class, back -> {
                assertThat(back.withdrawn().reason()).isEqualTo("it has no sound");
                assertThat(back.to()).isNotNull();
                assertThat(back.to().commit()).isEqualTo(one);
            });
            assertThat(pulled(server)).isEqualTo(one);
            assertThatThrownBy(() -> release(two)).isInstanceOf(ReleaseWithdrawn.class);
        }
    }

    @Test
    void publishesDeltasWithTheirSignatures() throws IOException {
        released("one");
        commit("two");
        assertThatThrownBy(() -> provider.delta(REF, null, false)).isInstanceOf(NotSigned.class);
        var two = released("three");
        provider.delta(REF, null, false);
        provider.delta(REF, null, true);
        var site = directory.resolve("site");
        publish(site);

        var listed = new Repository(site, processes)
                .run("static-delta", List.of("list"))
                .out();
        assertThat(listed.lines()).hasSize(2).allMatch(line -> line.endsWith(two));
        try (var server = SiteServer.of(site, 0)) {
            assertThat(pulled(server, "--require-static-deltas")).isEqualTo(two);
        }
    }

    @Test
    void refusesWhatMachinesWouldRefuse() throws IOException {
        var tree = Files.createDirectories(directory.resolve("tree"));
        var bound = repository
                .run("commit", List.of("--branch=" + REF, "--tree=dir=" + tree))
                .out()
                .strip();
        provider.sign(bound, key);
        judge(bound, 0);

        assertThatThrownBy(() -> release(bound)).isInstanceOf(BoundToBranch.class);
    }

    @Test
    void machinesTrustNothingElse() throws IOException {
        released("one");
        var site = directory.resolve("site");
        publish(site);
        var file = site.resolve(Site.CHANNELS).resolve("stable.json");

        try (var server = SiteServer.of(site, 0)) {
            assertThat(reader(server).read(ChannelName.parse("testing"))).isEmpty();

            Files.writeString(file, Files.readString(file).replace("172800", "0"));
            assertThatThrownBy(() -> read(server)).isInstanceOf(ChannelNotTrusted.class);

            Files.delete(ProviderKey.signature(file));
            assertThatThrownBy(() -> read(server)).isInstanceOf(ChannelNotTrusted.class);
        }
    }

    @Test
    void saysWithEachPublicationSinceWhenAndUntilWhenItHolds() throws IOException {
        released("one");
        var site = directory.resolve("site");
        try (var server = SiteServer.of(Files.createDirectories(site), 0)) {
            publish(site);
            assertThat(read(server).validity()).isEqualTo(new Validity(NOW, null));

            publish(site, Lifetime.parse("14d"));
            var next = NOW.plusSeconds(1);
            assertThat(read(server).validity()).isEqualTo(new Validity(next, next.plus(Duration.ofDays(14))));

            now = NOW.plus(Duration.ofDays(1));
            provider.withdraw(STABLE, "it has no sound", key);
            publish(site);
            assertThat(read(server).validity()).isEqualTo(new Validity(now, now.plus(Duration.ofDays(14))));
        }
    }

    @Test
    void readsAgainWhatIsJustBeingPublished() throws IOException {
        released("one");
        var site = directory.resolve("site");
        publish(site);
        var files = SimpleFileServer.createFileHandler(site.toRealPath());
        var early = new AtomicBoolean(true);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var caching = new ConcurrentLinkedQueue<String>();
        var server = HttpServer.create(address, 0, "/", exchange -> {
            caching.add(exchange.getRequestHeaders().getFirst("Cache-Control"));
            if (exchange.getRequestURI().getPath().endsWith(".sig") && early.getAndSet(false)) {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            } else {
                files.handle(exchange);
            }
        });
        server.start();
        try {
            var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            assertThat(new ChannelReader(uri, List.of(keyRing()), new Gpgv(processes)).read(STABLE))
                    .isPresent();
            assertThat(early).isFalse();
            assertThat(caching).hasSize(4).containsOnly("no-cache");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void changesNoChannelOfAnotherKey() throws IOException {
        released("one");
        var other = makeKey("it-other");

        assertThatThrownBy(() -> provider.withdraw(STABLE, "", other)).isInstanceOf(ChannelOfAnother.class);
    }

    private String released(String content) throws IOException {
        var commit = commit(content);
        provider.sign(commit, key);
        judge(commit, 0);
        release(commit);
        return commit;
    }

    private Channel release(String name) {
        return provider.release(name, STABLE, WINDOW, key);
    }

    private void judge(String commit, int status) {
        var check = new Verdict.Check("10-boots", status, 1, "");
        new Verdicts(repository).keep(new Verdict(commit, NOW, null, List.of(check)), key);
    }

    private void publish(Path site) {
        publish(site, new Lifetime.AsBefore());
    }

    private void publish(Path site, Lifetime lifetime) {
        new Site(new Repository(site, processes)).publish(provider, key, lifetime);
    }

    private Channel read(SiteServer server) {
        return reader(server).read(STABLE).orElseThrow();
    }

    private ChannelReader reader(SiteServer server) {
        return new ChannelReader(URI.create(server.address()), List.of(keyRing()), new Gpgv(processes));
    }

    /** A machine that knows the key. */
    private String pulled(SiteServer server, String... options) throws IOException {
        var machine = new Repository(Files.createTempDirectory(directory, "machine"), processes);
        machine.prepare("bare-user");
        machine.run("remote", List.of("add", "--gpg-import=" + keyRing(), "up", server.address()));
        var words = new ArrayList<>(List.of(options));
        words.addAll(List.of("up", "stable"));
        machine.run("pull", words);
        return machine.commit("up:stable");
    }

    private Path keyRing() {
        var ring = directory.resolve("key.gpg");
        run(
                "gpg",
                "--homedir",
                home().toString(),
                "--batch",
                "--yes",
                "--output",
                ring.toString(),
                "--export",
                "it-hearth");
        return ring;
    }

    private String commit(String content) throws IOException {
        var tree = Files.createDirectories(directory.resolve("tree"));
        Files.writeString(tree.resolve("file"), content);
        return repository
                .run(
                        "commit",
                        List.of(
                                "--branch=" + REF,
                                "--no-bindings",
                                "--add-metadata-string=version=" + content,
                                "--tree=dir=" + tree))
                .out()
                .strip();
    }

    /** Short: the agent's socket lies in it. */
    private Path home() {
        return directory.resolve("g");
    }

    private ProviderKey makeKey(String name) throws IOException {
        if (!Files.exists(home())) {
            DirectoryTree.makePrivate(home());
        }
        run(
                "gpg",
                "--homedir",
                home().toString(),
                "--batch",
                "--quiet",
                "--passphrase",
                "",
                "--quick-generate-key",
                name,
                "ed25519",
                "sign",
                "never");
        return ProviderKey.find(name, home(), processes);
    }

    private void run(String... argv) {
        processes.run(Command.of(List.of(argv))).orThrow();
    }
}
