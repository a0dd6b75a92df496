package dev.hearth.os.layer;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A package source for dnf on the loopback interface. */
public final class RpmRepository implements AutoCloseable {
    private static final String SIGNER = "it-hearth";

    private final Path directory;
    private final HttpServer server;

    private RpmRepository(Path directory, HttpServer server) {
        this.directory = directory;
        this.server = server;
    }

    public static RpmRepository open(Path work) throws IOException {
        var directory = Files.createDirectory(work.resolve("repository"));
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = SimpleFileServer.createFileServer(anyPort, directory, OutputLevel.NONE);
        server.start();
        return new RpmRepository(directory, server);
    }

    public void add(RpmFile... packages) {
        for (var each : packages) {
            each.build(directory);
        }
    }

    /** Adds packages that are signed; {@return the file with the key to check them with} */
    public Path addSigned(RpmFile... packages) throws IOException {
        var keys = directory.resolveSibling("keys");
        var key = directory.resolveSibling("key.asc");
        if (!Files.exists(keys)) {
            DirectoryTree.makePrivate(keys);
            var gpg = List.of("gpg", "--homedir", keys.toString(), "--batch", "--quiet");
            run(gpg, "--passphrase", "", "--quick-generate-key", SIGNER, "rsa2048", "sign", "never");
            run(gpg, "--armor", "--output", key.toString(), "--export", SIGNER);
        }
        for (var each : packages) {
            var file = each.build(directory);
            ItHost.run(
                    "rpmsign",
                    "--define=_gpg_name " + SIGNER,
                    "--define=_gpg_path " + keys,
                    "--define=__gpg /usr/bin/gpg",
                    "--addsign",
                    file.toString());
        }
        // Whoever removes the directory would come upon the agent's socket.
        ItHost.run("gpgconf", "--homedir", keys.toString(), "--kill", "gpg-agent");
        return key;
    }

    private static void run(List<String> program, String... arguments) {
        ItHost.run(Stream.concat(program.stream(), Stream.of(arguments)).toArray(String[]::new));
    }

    /** Makes the lists of what was added. */
    public void publish() {
        ItHost.run("createrepo_c", "--quiet", directory.toString());
    }

    /** Makes a tree take its packages from here, and from a source that does not answer. */
    public void configure(Path tree) throws IOException {
        var directoryOfSources = Files.createDirectories(tree.resolve("usr/etc/yum.repos.d"));
        Files.writeString(directoryOfSources.resolve("it.repo"), """
                [it]
                name=it
                baseurl=http://127.0.0.1:%1$d/
                gpgcheck=0
                [gone]
                name=gone
                baseurl=http://127.0.0.1:%1$d/gone/
                gpgcheck=0
                """.formatted(
                        server.getAddress().getPort()));
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Has the server forget a package that the lists still name. */
    public void withdraw(RpmFile file) throws IOException {
        Files.delete(directory.resolve("%s-%s.rpm".formatted(file.name(), file.version())));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
