package dev.hearth.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.hearth.engine.http.HttpAnswer;
import dev.hearth.engine.http.HttpBody;
import dev.hearth.engine.http.HttpRequest;
import dev.hearth.engine.http.UnixHttp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets docker-java speak over hearth's own transport. */
final class DockerJavaTransport implements DockerHttpClient {
    private final UnixHttp http;

    DockerJavaTransport(UnixHttp http) {
        this.http = http;
    }

    @Override
    public Response execute(Request request) {
        if (request.hijackedInput() != null) {
            // No call of hearth's sends input to a program: terminals are handed to the engine's own command.
            throw new UnsupportedOperationException("input to a running program");
        }
        try {
            return new Answer(http.send(translated(request)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Connections end with their answers; there is none to close.
    }

    private static HttpRequest translated(Request request) {
        var result = HttpRequest.of(request.method(), request.path());
        for (var header : request.headers().entrySet()) {
            result = result.withHeader(header.getKey(), header.getValue());
        }
        var body = body(request);
        return body == null
                ? result
                : new HttpRequest(result.method(), result.target(), result.headers(), body, result.patience());
    }

    private static @Nullable HttpBody body(Request request) {
        byte @Nullable [] bytes = request.bodyBytes();
        if (bytes != null) {
            return HttpBody.of(bytes);
        }
        var stream = request.body();
        return stream == null ? null : HttpBody.of(stream);
    }

    private record Answer(HttpAnswer answer) implements Response {
        @Override
        public int getStatusCode() {
            return answer.status();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return answer.headers();
        }

        @Override
        public InputStream getBody() {
            return answer.body();
        }

        @Override
        public void close() {
            try {
                answer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
