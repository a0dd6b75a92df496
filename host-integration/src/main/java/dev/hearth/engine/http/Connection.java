package dev.hearth.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A connection to a unix socket whose reads and writes end in time and when the thread is interrupted. */
final class Connection implements AutoCloseable {
    private static final int BUFFER = 32 * 1024;

    /** Bytes of {@code sun_path} in Linux's {@code sockaddr_un} without the zero at its end. */
    private static final int LONGEST_PATH = 107;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration patience;
    private final ByteBuffer received = ByteBuffer.allocate(BUFFER).flip();

    private Connection(SocketChannel channel, Duration patience) throws IOException {
        // Not blocking: the JDK's unix channels know no time limit, and a daemon that hangs must not hang hearth.
        channel.configureBlocking(false);
        this.channel = channel;
        this.selector = Selector.open();
        this.key = channel.register(selector, 0);
        this.patience = patience;
    }

    static Connection open(Path socket, Duration patience) throws IOException {
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new CannotConnect(cause(socket), e);
        }
        try {
            return new Connection(channel, patience);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes all bytes. */
    void write(byte[] bytes, int length) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.write(buffer) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    /** {@return whether the server has said something already, such as an error in the middle of a long body} */
    boolean hasAnswer() throws IOException {
        if (!received.hasRemaining()) {
            received.clear();
            channel.read(received);
            received.flip();
        }
        return received.hasRemaining();
    }

    /** {@return the next byte; -1 at the end} */
    int read() throws IOException {
        return fill() ? received.get() & 0xff : -1;
    }

    /** {@return how many bytes were read, at least one; -1 at the end} */
    int read(byte[] target, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, received.remaining());
        received.get(target, offset, count);
        return count;
    }

    /** {@return everything until the server ends the connection} */
    InputStream rest() {
        return new ConnectionInput(this);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            selector.close();
        }
    }

    private boolean fill() throws IOException {
        if (received.hasRemaining()) {
            return true;
        }
        received.clear();
        int count = channel.read(received);
        while (count == 0) {
            await(SelectionKey.OP_READ);
            count = channel.read(received);
        }
        received.flip();
        return count > 0;
    }

    private void await(int operation) throws IOException {
        key.interestOps(operation);
        int ready = selector.select(patience.toMillis());
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        if (ready == 0) {
            throw new ServerSilent(patience);
        }
        selector.selectedKeys().clear();
    }

    private static CannotConnect.Cause cause(Path socket) {
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            return CannotConnect.Cause.PATH_TOO_LONG;
        }
        // From the file and not from the exception's words, which follow the user's language.
        if (Files.notExists(socket)) {
            return CannotConnect.Cause.NO_SOCKET;
        }
        return Files.isWritable(socket) ? CannotConnect.Cause.NOBODY_LISTENS : CannotConnect.Cause.FORBIDDEN;
    }

    private static final class ConnectionInput extends InputStream {
        private final Connection connection;

        ConnectionInput(Connection connection) {
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            return connection.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return length == 0 ? 0 : connection.read(target, offset, length);
        }
    }
}
