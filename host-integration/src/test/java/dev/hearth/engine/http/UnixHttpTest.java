package dev.hearth.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnixHttpTest {
    @TempDir
    private Path directory;

    private final List<String> notes = new ArrayList<>();
    private Path socket = Path.of("/");

    @BeforeEach
    void setUp() {
        socket = directory.resolve("engine.sock");
    }

    @Test
    void sendsWhatServersExpect() throws IOException {
        try (var server = CannedServer.on(socket, "HTTP/1.1 204 No Content\r\n\r\n");
                var answer = send(HttpRequest.of("POST", "/a?b=c").withHeader("X-One", "1"))) {
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.text()).isEmpty();
            assertThat(server.requests())
                    .containsExactly(String.join(
                            "\r\n",
                            "POST /a?b=c HTTP/1.1",
                            "Accept: */*",
                            "Connection: close",
                            "Content-Length: 0",
                            "Host: localhost",
                            "User-Agent: hearth",
                            "X-One: 1",
                            "",
                            ""));
        }
    }

    @Test
    void sendsABodyOfKnownLength() throws IOException {
        var file = Files.writeString(directory.resolve("body"), "ü".repeat(100_000));
        try (var server = CannedServer.on(socket, CannedServer.json(200, "{}"));
                var answer = send(HttpRequest.of("PUT", "/").withBody("application/x-tar", HttpBody.of(file)))) {
            assertThat(answer.text()).isEqualTo("{}");
            assertThat(server.requests().getFirst())
                    .contains("Content-Length: 200000\r\n", "Content-Type: application/x-tar\r\n")
                    .endsWith("\r\n\r\n" + "ü".repeat(100_000));
        }
    }

    @Test
    void sendsABodyOfUnknownLengthInChunks() throws IOException {
        var stream = new ByteArrayInputStream("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        try (var server = CannedServer.on(socket, CannedServer.json(200, "{}"));
                var answer = send(HttpRequest.of("POST", "/").withBody("text/plain", HttpBody.of(stream)))) {
            assertThat(answer.isFine()).isTrue();
            assertThat(server.requests().getFirst()).endsWith("\r\n\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nTrailer: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nhello",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhello",
                "HTTP/1.1 101 UPGRADED\r\nContent-Length: 0\r\nUpgrade: tcp\r\n\r\nhello"
            })
    void readsABodyHoweverItsEndIsTold(String raw) throws IOException {
        try (var _ = CannedServer.on(socket, raw);
                var answer = send(HttpRequest.of("GET", "/"))) {
            assertThat(answer.text()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nwhat\r\nhello"
            })
    void noticesThatTheServerWentAway(String raw) {
        try (var _ = CannedServer.on(socket, raw)) {
            assertThatThrownBy(() -> {
                        try (var answer = send(HttpRequest.of("GET", "/"))) {
                            answer.text();
                        }
                    })
                    .isInstanceOf(ConnectionLost.class);
        }
    }

    @Test
    void saysThatThePathIsTooLong() {
        var http = new UnixHttp(Path.of("/" + "x".repeat(107)), Trace.SILENT);

        assertThatThrownBy(() -> http.send(HttpRequest.of("GET", "/")))
                .isInstanceOfSatisfying(
                        CannotConnect.class,
                        failure -> assertThat(failure.reason()).isEqualTo(CannotConnect.Cause.PATH_TOO_LONG));
    }

    @Test
    void saysThatThereIsNoSocket() {
        assertThatThrownBy(() -> send(HttpRequest.of("GET", "/")))
                .isInstanceOfSatisfying(
                        CannotConnect.class,
                        failure -> assertThat(failure.reason()).isEqualTo(CannotConnect.Cause.NO_SOCKET));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
        }

        assertThatThrownBy(() -> send(HttpRequest.of("GET", "/")))
                .isInstanceOfSatisfying(
                        CannotConnect.class,
                        failure -> assertThat(failure.reason()).isEqualTo(CannotConnect.Cause.NOBODY_LISTENS));
    }

    @Test
    void doesNotWaitForeverForASilentServer() throws IOException {
        try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));

            assertThatThrownBy(() -> send(HttpRequest.of("GET", "/").withPatience(Duration.ofMillis(50))))
                    .isInstanceOf(ServerSilent.class);
        }
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws IOException {
        try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> send(HttpRequest.of("GET", "/"))).isInstanceOf(ClosedByInterruptException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesToSendWhatWouldBeAnotherRequest() {
        assertThatThrownBy(() -> HttpRequest.of("GET", "/ HTTP/1.1\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpRequest.of("GET", "/").withHeader("X", "a\r\nY: b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void notesEachRequestWithItsTime() throws IOException {
        try (var _ = CannedServer.on(socket, CannedServer.json(200, "{}"));
                var answer = send(HttpRequest.of("GET", "/info"))) {
            assertThat(answer.header("content-type")).contains("application/json");
        }

        assertThat(notes).singleElement().asString().matches("GET /info: 200 after [0-9]+ ms");
    }

    private HttpAnswer send(HttpRequest request) throws IOException {
        Trace trace = notes::add;
        return new UnixHttp(socket, trace).send(request);
    }
}
