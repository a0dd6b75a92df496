package dev.hearth.engine.http;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to a server.
 *
 * @param target path and query, encoded
 * @param headers in addition to those that every request has
 * @param body what is sent along; nothing when absent
 * @param patience how long the server may be silent, also in the middle of its answer
 */
public record HttpRequest(
        String method,
        String target,
        Map<String, String> headers,
        @Nullable HttpBody body,
        Duration patience) {
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

    public HttpRequest {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        if (!target.startsWith("/")
                || hasLineEnd(method)
                || hasLineEnd(target)
                || headers.toString().contains("\n")) {
            throw new IllegalArgumentException("malformed request: " + method + " " + target);
        }
    }

    /** {@return a request with neither headers of its own nor a body} */
    public static HttpRequest of(String method, String target) {
        return new HttpRequest(method, target, Map.of(), null, DEFAULT_PATIENCE);
    }

    /** {@return this request with one more header} */
    public HttpRequest withHeader(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new HttpRequest(method, target, more, body, patience);
    }

    /** {@return this request with a body of this media type} */
    public HttpRequest withBody(String mediaType, HttpBody newBody) {
        return new HttpRequest(method, target, headers, newBody, patience).withHeader("Content-Type", mediaType);
    }

    /** {@return this request to a server that may be silent for so long} */
    public HttpRequest withPatience(Duration newPatience) {
        return new HttpRequest(method, target, headers, body, newPatience);
    }

    private static boolean hasLineEnd(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf(' ') >= 0;
    }
}
