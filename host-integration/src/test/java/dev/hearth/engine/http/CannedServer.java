package dev.hearth.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Gives one canned answer after another on a unix socket and keeps the requests. */
public final class CannedServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("Content-Length: ([0-9]+)");

    private final Path socket;
    private final ServerSocketChannel channel;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private CannedServer(Path socket, ServerSocketChannel channel, List<String> answers) {
        this.socket = socket;
        this.channel = channel;
        this.thread = Thread.ofPlatform().unstarted(() -> serve(answers));
    }

    /** Listens on a socket; each answer goes to one connection, byte for byte, after which the server hangs up. */
    public static CannedServer on(Path socket, String... answers) {
        try {
            var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(socket));
            var server = new CannedServer(socket, channel, List.of(answers));
            server.thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return an answer with this status and JSON} */
    public static String json(int status, String body) {
        return "HTTP/1.1 %d Whatever\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body);
    }

    /** {@return the requests so far, as they came} */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        try {
            channel.close();
            thread.join();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(List<String> answers) {
        for (var answer : answers) {
            try (var connection = channel.accept()) {
                requests.add(request(connection));
                connection.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
            } catch (AsynchronousCloseException _) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String request(SocketChannel connection) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(64 * 1024);
        while (!isComplete(bytes.toString(StandardCharsets.UTF_8)) && connection.read(buffer) >= 0) {
            bytes.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isComplete(String text) {
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        if (text.contains("Transfer-Encoding: chunked")) {
            return text.endsWith("0\r\n\r\n");
        }
        var length = LENGTH.matcher(text);
        long body = text.substring(head + 4).getBytes(StandardCharsets.UTF_8).length;
        return !length.find() || body >= Long.parseLong(length.group(1));
    }
}
