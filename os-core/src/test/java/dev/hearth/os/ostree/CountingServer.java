package dev.hearth.os.ostree;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Serves files on the loopback interface and counts the bytes that its answers hold. */
public final class CountingServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicLong bytes = new AtomicLong();

    private CountingServer(HttpServer server) {
        this.server = server;
    }

    public static CountingServer of(Path directory) throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var counting = new CountingServer(HttpServer.create(anyPort, 0));
        var handler = SimpleFileServer.createFileHandler(directory.toRealPath());
        counting.server.createContext("/", exchange -> {
            exchange.setStreams(null, counting.counted(exchange.getResponseBody()));
            handler.handle(exchange);
        });
        counting.server.start();
        return counting;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** {@return how many bytes went out since the last call} */
    public long taken() {
        return bytes.getAndSet(0);
    }

    private OutputStream counted(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                bytes.incrementAndGet();
                out.write(one);
            }

            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                bytes.addAndGet(length);
                out.write(some, from, length);
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
