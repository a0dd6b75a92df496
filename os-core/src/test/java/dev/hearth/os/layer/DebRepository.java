package dev.hearth.os.layer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A signed package source on the loopback interface. */
public final class DebRepository implements AutoCloseable {
    static final String NAME = "it";

    private final Path directory;
    private final Path keys;
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    private DebRepository(Path directory, Path keys, HttpServer server) {
        this.directory = directory;
        this.keys = keys;
        this.server = server;
    }

    public static DebRepository open(Path work) throws IOException {
        var directory = Files.createDirectories(work.resolve("repository").resolve(NAME));
        var keys = work.resolve("keys");
        Files.createDirectory(keys);
        ItHost.run("chmod", "0700", keys.toString());
        ItHost.run(gpg(keys, "--passphrase", "", "--quick-generate-key", "it-hearth", "ed25519", "sign", "never"));
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var repository = new DebRepository(directory, keys, HttpServer.create(anyPort, 0));
        var handler = SimpleFileServer.createFileHandler(directory.getParent());
        repository.server.createContext("/", exchange -> {
            repository.requests.incrementAndGet();
            handler.handle(exchange);
        });
        repository.server.start();
        return repository;
    }

    public void add(DebFile... packages) {
        for (var each : packages) {
            each.build(directory);
        }
    }

    /** Makes the lists of what was added, and signs them. */
    public void publish() throws IOException {
        var packages = ItHost.run(
                "sh",
                "-c",
                "cd \"$1/..\" && dpkg-scanpackages --multiversion " + NAME + "",
                "sh",
                directory.toString());
        Files.writeString(directory.resolve("Packages"), packages);
        Files.writeString(directory.resolve("Release"), """
                Origin: it-hearth
                Suite: stable
                Codename: stable
                Date: Sun, 01 Nov 2026 00:00:00 UTC
                SHA256:
                 %s %d Packages
                """.formatted(
                        sha256(packages.getBytes(UTF_8)), Files.size(directory.resolve("Packages"))));
        Files.deleteIfExists(directory.resolve("InRelease"));
        ItHost.run(gpg(
                keys,
                "--clearsign",
                "--output",
                directory.resolve("InRelease").toString(),
                directory.resolve("Release").toString()));
    }

    /** Makes a tree take its packages from here, and from nowhere else. */
    public void configure(Path tree) throws IOException {
        configureApt(tree.resolve("usr/etc/apt"));
    }

    /** Makes an apt with its configuration in this directory take its packages from here, and from nowhere else. */
    void configureApt(Path apt) throws IOException {
        DirectoryTree.clear(apt.resolve("sources.list.d"));
        ItHost.run(gpg(keys, "--output", apt.resolve("keyrings/it.gpg").toString(), "--export"));
        ItHost.run("chmod", "0644", apt.resolve("keyrings/it.gpg").toString());
        Files.writeString(
                apt.resolve("sources.list.d/it.list"),
                "deb [signed-by=/etc/apt/keyrings/it.gpg] %s %s/\n".formatted(address(), NAME));
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        server.stop(0);
        ItHost.run("gpgconf", "--homedir", keys.toString(), "--kill", "all");
    }

    private static String[] gpg(Path keys, String... words) {
        var argv = new ArrayList<>(List.of("gpg", "--batch", "--quiet", "--homedir", keys.toString()));
        argv.addAll(List.of(words));
        return argv.toArray(String[]::new);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
