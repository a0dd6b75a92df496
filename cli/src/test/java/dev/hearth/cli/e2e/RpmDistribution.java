package dev.hearth.cli.e2e;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import dev.hearth.os.layer.RpmSystem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** The RPM distribution that the scripts in {@code src/it} make: a server with its packages. */
final class RpmDistribution implements AutoCloseable {
    private final HttpServer server;

    private RpmDistribution(Path directory) {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.server = SimpleFileServer.createFileServer(anyPort, directory.resolve("repository"), OutputLevel.NONE);
        server.start();
    }

    /** {@return the distribution, which takes minutes to make the first time} */
    static RpmDistribution make() {
        return new RpmDistribution(RpmSystem.directory());
    }

    /** {@return the file that tells dnf about the packages, for a pet on the host's network} */
    String repositoryFile() {
        return """
                [tutorial]
                name=Packages for the tutorial
                baseurl=http://127.0.0.1:%d/
                gpgcheck=0
                """.formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
