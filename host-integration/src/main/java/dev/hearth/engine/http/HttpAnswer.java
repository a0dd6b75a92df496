package dev.hearth.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A server's answer, whose body comes as it is read; to be closed. */
public final class HttpAnswer implements AutoCloseable {
    private final int status;
    private final Map<String, List<String>> headers;
    private final InputStream body;
    private final AutoCloseable connection;

    HttpAnswer(int status, Map<String, List<String>> headers, InputStream body, AutoCloseable connection) {
        var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        this.status = status;
        this.headers = Collections.unmodifiableMap(anyCase);
        this.body = body;
        this.connection = connection;
    }

    public int status() {
        return status;
    }

    /** {@return whether the request was carried out, or had been before} */
    public boolean isFine() {
        return status < 400;
    }

    /** {@return all values of each header; names in any case find them} */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** {@return the first value of a header} */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /** {@return the body; reading it throws {@link ConnectionLost} when the server goes away before its end} */
    public InputStream body() {
        return body;
    }

    /** {@return the whole body as text} */
    public String text() throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
