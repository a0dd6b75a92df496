package dev.hearth.engine.http;

import dev.hearth.core.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends requests to a server on a unix socket, each over a connection of its own.
 *
 * <p>The JDK's own client knows no unix sockets, and the transports made for docker-java cost more at the start of a
 * program than everything else that hearth does to list containers.
 */
public final class UnixHttp {
    private static final int COPY_BUFFER = 128 * 1024;
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Path socket;
    private final Trace trace;

    /** Talks to a socket and notes each request with its time. */
    public UnixHttp(Path socket, Trace trace) {
        this.socket = socket;
        this.trace = trace;
    }

    public Path socket() {
        return socket;
    }

    /**
     * Sends a request and returns when the head of the answer is there.
     *
     * @throws CannotConnect when nobody can be spoken to
     * @throws ConnectionLost when the server goes away before it has answered
     * @throws ServerSilent when it takes too long
     */
    public HttpAnswer send(HttpRequest request) throws IOException {
        long start = System.nanoTime();
        var outcome = "failed";
        try {
            var connection = Connection.open(socket, request.patience());
            try {
                write(connection, request);
                var answer = answer(connection, request);
                outcome = Integer.toString(answer.status());
                return answer;
            } catch (IOException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } finally {
            // Put together without a format, here and below: the first one takes ten milliseconds.
            long millis = (System.nanoTime() - start) / 1_000_000;
            trace.note(request.method() + " " + request.target() + ": " + outcome + " after " + millis + " ms");
        }
    }

    private static void write(Connection connection, HttpRequest request) throws IOException {
        var head = head(request).getBytes(StandardCharsets.ISO_8859_1);
        connection.write(head, head.length);
        var body = request.body();
        if (body == null) {
            return;
        }
        try (var source = body.source().open()) {
            copy(source, connection, body.length() == HttpBody.UNKNOWN);
        } catch (IOException e) {
            // A server that refuses in the middle of a long body answers first and then hangs up.
            if (!connection.hasAnswer()) {
                throw e;
            }
        }
    }

    private static String head(HttpRequest request) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Host", "localhost");
        headers.put("User-Agent", "hearth");
        headers.put("Accept", "*/*");
        headers.put("Connection", "close");
        var body = request.body();
        if (body != null && body.length() == HttpBody.UNKNOWN) {
            headers.put("Transfer-Encoding", "chunked");
        } else if (body != null || !request.method().equals("GET")) {
            headers.put("Content-Length", Long.toString(body == null ? 0 : body.length()));
        }
        headers.putAll(request.headers());
        var text = new StringBuilder(request.method())
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString();
    }

    private static void copy(InputStream source, Connection connection, boolean chunked) throws IOException {
        var buffer = new byte[COPY_BUFFER];
        for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
            if (count > 0 && chunked) {
                var size = (Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                connection.write(size, size.length);
            }
            connection.write(buffer, count);
            if (count > 0 && chunked) {
                connection.write(new byte[] {'\r', '\n'}, 2);
            }
        }
        if (chunked) {
            connection.write(LAST_CHUNK, LAST_CHUNK.length);
        }
    }

    private static HttpAnswer answer(Connection connection, HttpRequest request) throws IOException {
        var source = connection.rest();
        int status = status(Lines.read(source));
        var headers = headers(source);
        while (status == 100) {
            status = status(Lines.read(source));
            headers = headers(source);
        }
        return new HttpAnswer(status, headers, body(source, request, status, headers), connection);
    }

    private static int status(String line) throws IOException {
        var words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5][0-9][0-9]")) {
            throw new ConnectionLost("with something else than HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    private static Map<String, List<String>> headers(InputStream source) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var line = Lines.read(source); !line.isEmpty(); line = Lines.read(source)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static InputStream body(
            InputStream source, HttpRequest request, int status, Map<String, List<String>> headers) throws IOException {
        if (status == 204 || status == 304 || request.method().equals("HEAD")) {
            return InputStream.nullInputStream();
        }
        var coding = headers.getOrDefault("Transfer-Encoding", List.of("identity"));
        if (coding.getFirst().toLowerCase(Locale.ROOT).contains("chunked")) {
            return new ChunkedInput(source);
        }
        var length = headers.get("Content-Length");
        // Without a length, and after an upgrade of the protocol, the body is whatever comes until the end.
        return length == null || status == 101 ? source : new FixedInput(source, length(length.getFirst()));
    }

    private static long length(String text) throws IOException {
        if (!text.matches("[0-9]{1,18}")) {
            throw new ConnectionLost("with a length of '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
