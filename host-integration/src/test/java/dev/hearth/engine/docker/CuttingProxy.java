package dev.hearth.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Passes connections on to a port of this machine, until so many bytes came back that the line is cut. */
public final class CuttingProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket server;
    private final int target;
    private final AtomicLong left = new AtomicLong();

    public CuttingProxy(int target, long bytes) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        this.left.set(bytes);
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** {@return whether the line is cut by now} */
    public boolean isCut() {
        return left.get() <= 0;
    }

    /** Lets everything through from now on. */
    public void mend() {
        left.set(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // It was closed, which ends the loop.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var registry = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread.ofVirtual().start(() -> forward(client, registry));
            passBack(registry.getInputStream(), client.getOutputStream());
        } catch (IOException e) {
            // Either side hung up.
        }
    }

    private static void forward(Socket client, Socket registry) {
        try {
            client.getInputStream().transferTo(registry.getOutputStream());
        } catch (IOException e) {
            // Either side hung up.
        }
    }

    private void passBack(InputStream from, OutputStream to) throws IOException {
        var chunk = new byte[CHUNK];
        int read = from.read(chunk);
        while (read >= 0 && left.addAndGet(-read) > 0) {
            to.write(chunk, 0, read);
            read = from.read(chunk);
        }
    }
}
