package dev.hearth.os.layer;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A package source for dnf on the loopback interface. */
public final class RpmRepository implements AutoCloseable {
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

    @Override
    public void close() {
        server.stop(0);
    }
}
