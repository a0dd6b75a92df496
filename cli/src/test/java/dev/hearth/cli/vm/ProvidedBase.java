package dev.hearth.cli.vm;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.layer.DebFile;
import dev.hearth.os.layer.DebRepository;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.repository.Repository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A provider with a base that has hearth's own package: composed, gated, released and published by hearth's commands. What it
 * made is kept, and made anew only where its inputs are others.
 *
 * <p>Machines find it, and packages for apt, over HTTP.
 */
final class ProvidedBase implements AutoCloseable {
    static final String REF = "it/12/base";
    static final String CHANNEL = "stable";
    /** What the provider's site, and the packages for apt, are called below the server's address. */
    static final String SITE = "site";

    static final String PACKAGES = "packages";

    private static final Path LAUNCHER = Path.of("target/hearth/bin/hearth").toAbsolutePath();
    private static final Duration LONG = Duration.ofMinutes(45);
    private static final String KEY = "it-hearth";

    private final Processes processes = ItHost.processes();
    private final Path directory;
    private final BaseRecipe recipe;

    private @Nullable HttpServer server;

    private ProvidedBase(Path directory, BaseRecipe recipe) {
        this.directory = directory;
        this.recipe = recipe;
    }

    /** {@return the provider, with a published first version} */
    static ProvidedBase open(BaseRecipe recipe) throws IOException {
        var directory =
                MachineCache.directory(recipe.name(), recipe.inputs(), List.of(recipe.text(), MachineImage.setUp()));
        var provided = new ProvidedBase(directory, recipe);
        provided.makeKey();
        if (provided.repository().find(REF).isEmpty()) {
            provided.compose(provided.repository().directory(), directory.resolve("compose-cache"));
        }
        provided.makePackages();
        return provided;
    }

    /** Begins to serve what it has made, until it is closed. */
    void serve() throws IOException {
        if (server == null) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
            var files = SimpleFileServer.createFileHandler(served().toRealPath());
            server = HttpServer.create(address, 0, "/", files);
            server.setExecutor(
                    Executors.newFixedThreadPool(8, Thread.ofPlatform().daemon().factory()));
            server.start();
        }
    }

    /** {@return one port for all runs: machines that were saved know it} */
    int port() throws IOException {
        var file = directory.resolve("port");
        if (!Files.exists(file)) {
            try (var free = new ServerSocket(0)) {
                Files.writeString(file, Integer.toString(free.getLocalPort()));
            }
        }
        return Integer.parseInt(Files.readString(file));
    }

    Path directory() {
        return directory;
    }

    /** {@return the directory that is served} */
    Path served() {
        return directory.resolve("served");
    }

    Repository repository() {
        return new Repository(directory.resolve("repo"), processes);
    }

    /** {@return the first version's commit} */
    String first() {
        return repository().commit(REF);
    }

    /** Composes the base into a repository; {@return the commit} */
    String compose(Path repository, Path cache) throws IOException {
        var file = Files.writeString(directory.resolve("recipe.yaml"), recipe.text());
        hearth("compose", file.toString(), "--repo=" + repository, "--cache=" + cache);
        return new Repository(repository, processes).commit(REF);
    }

    /** Takes the first version through the gate, releases and publishes it, if that was not done yet. */
    void release() throws IOException {
        if (isReleased()) {
            return;
        }
        var checks = directory.resolve("checks");
        DirectoryTree.clear(checks);
        check(checks, "10-services", "[ -z \"$(systemctl list-units --failed --plain --no-legend)\" ]");
        check(checks, "20-read-only", "! touch /usr/it");
        check(checks, "30-hearth", "hearth os status");
        hearth("sign", REF, "--repo=" + repository().directory(), key(), gnupg());
        hearth(
                "gate",
                REF,
                "--check=" + checks,
                "--time=20m",
                "--repo=" + repository().directory(),
                key(),
                gnupg());
        hearth("release", REF, CHANNEL, "--over=0", "--repo=" + repository().directory(), key(), gnupg());
        hearth("publish", site().toString(), "--repo=" + repository().directory(), key(), gnupg());
    }

    /** {@return whether it is on the provider's site} */
    boolean isReleased() {
        return Files.exists(site().resolve("hearth/channels").resolve(CHANNEL + ".json"));
    }

    /** {@return what the provider publishes} */
    Path site() {
        return served().resolve(SITE);
    }

    /** {@return the public key, for those who are to trust it} */
    Path publicKey() {
        return site().resolve("hearth/key.asc");
    }

    /** Runs a command of {@code hearth os} on the host, which must succeed. */
    void hearth(String... words) {
        processes
                .run(Command.of(LAUNCHER.toString(), "os").with(words).withTimeout(LONG))
                .orThrow();
    }

    private void makeKey() throws IOException {
        var home = directory.resolve("g");
        if (!Files.exists(home)) {
            DirectoryTree.makePrivate(home);
            processes
                    .run(Command.of("gpg", "--homedir", home.toString(), "--batch", "--quiet", "--passphrase", "")
                            .with("--quick-generate-key", KEY, "ed25519", "sign", "never"))
                    .orThrow();
        }
    }

    private void makePackages() throws IOException {
        var work = served().resolve(PACKAGES);
        if (Files.exists(work.resolve("key.gpg"))) {
            return;
        }
        DirectoryTree.delete(work);
        Files.createDirectories(work);
        try (var made = DebRepository.open(work)) {
            made.add(DebFile.of("it-tool", "1.0").file("usr/bin/it-tool", "#!/bin/sh\necho it works\n"));
            if (recipe.hearth() != null) {
                recipe.packagesForPets(made.directory());
            }
            made.publish();
            var apt = Files.createDirectories(work.resolve("configured/usr/etc/apt/keyrings"));
            Files.createDirectory(apt.resolveSibling("sources.list.d"));
            made.configure(work.resolve("configured"));
            Files.copy(apt.resolve("it.gpg"), work.resolve("key.gpg"));
        }
    }

    private static void check(Path directory, String name, String line) throws IOException {
        var file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + line + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make '" + file + "' executable");
        }
    }

    ProviderKey providerKey() {
        return ProviderKey.find(KEY, directory.resolve("g"), processes);
    }

    private static String key() {
        return "--key=" + KEY;
    }

    private String gnupg() {
        return "--gnupg-home=" + directory.resolve("g");
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        processes.run(Command.of("gpgconf", "--homedir", directory.resolve("g").toString(), "--kill", "all"));
    }
}
