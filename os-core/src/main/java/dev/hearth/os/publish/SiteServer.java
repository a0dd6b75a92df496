package dev.hearth.os.publish;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Serves a site to programs on this machine, to try it out. */
public final class SiteServer implements AutoCloseable {
    private static final int AT_ONCE = 8;

    private final HttpServer server;

    private SiteServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for one that is free
     * @throws PortTaken when somebody else has it
     */
    public static SiteServer of(Path directory, int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var server = HttpServer.create(address, 0, "/", SimpleFileServer.createFileHandler(directory.toRealPath()));
            server.setExecutor(Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofPlatform().daemon().factory()));
            server.start();
            return new SiteServer(server);
        } catch (BindException _) {
            throw new PortTaken(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where it is reached} */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
