package dev.hearth.cli.e2e;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import dev.hearth.os.layer.RpmSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The RPM distribution that the scripts in {@code src/it} make: an image, and a server with its packages. */
final class RpmDistribution implements AutoCloseable {
    static final String IMAGE = "localhost/hearth-it/rpm:1";
    private static final String MADE_FROM = "it.made-from";

    private final Path directory;
    private final HttpServer server;

    private RpmDistribution(Path directory) {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.directory = directory;
        this.server = SimpleFileServer.createFileServer(anyPort, directory.resolve("repository"), OutputLevel.NONE);
        server.start();
    }

    /** {@return the distribution, which takes minutes to make the first time} */
    static RpmDistribution make() {
        return new RpmDistribution(RpmSystem.directory());
    }

    /** Gives an engine the image, unless it has it from the same packages. */
    void importInto(InstalledHearth hearth) {
        var sum = sum();
        var label = "{{index .Config.Labels \"" + MADE_FROM + "\"}}";
        var present = hearth.client("image", "inspect", "--format", label, IMAGE);
        if (!present.out().strip().equals(sum)) {
            var change = "LABEL " + MADE_FROM + "=" + sum;
            hearth.clientReading(directory.resolve("root.tar"), "import", "--change", change, "-", IMAGE)
                    .succeeded();
        }
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

    private String sum() {
        try {
            return Files.readString(directory.resolve("root.sum")).split(" ", -1)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
