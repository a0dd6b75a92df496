package dev.hearth.engine.docker;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.failure.Interrupted;
import dev.hearth.engine.ApiVersion;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.http.HttpAnswer;
import dev.hearth.engine.http.HttpBody;
import dev.hearth.engine.http.HttpRequest;
import dev.hearth.engine.http.UnixHttp;
import dev.hearth.engine.json.Json;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;

/** Sends requests to an engine and turns all that goes wrong into failures. */
final class EngineApi {
    /** The version of Docker's API that all requests are written for; Docker 20.10 and Podman 4.0 speak it. */
    static final ApiVersion WRITTEN_FOR = ApiVersion.parse("1.41");

    /** The version of Podman's own API that requests are written for. */
    static final ApiVersion PODMAN_WRITTEN_FOR = ApiVersion.parse("4.0.0");

    private final UnixHttp http;
    private final Translation translation;
    private final ApiVersion version;

    /** Speaks a version of Docker's API. */
    EngineApi(UnixHttp http, Translation translation, ApiVersion version) {
        this.http = http;
        this.translation = translation;
        this.version = version;
    }

    UnixHttp http() {
        return http;
    }

    EngineKind kind() {
        return translation.kind();
    }

    /** {@return the failure for an error that came inside an answer} */
    Failure refusal(Task task, String error) {
        return translation.refusal(task, error);
    }

    /** {@return where Docker's API has something} */
    Target docker(String... segments) {
        return Target.of("/v" + version, segments);
    }

    /** {@return where Podman's own API has something} */
    Target podman(String... segments) {
        return Target.of("/v" + PODMAN_WRITTEN_FOR + "/libpod", segments);
    }

    /** {@return the JSON at a target} */
    Json get(Task task, Target target) {
        return json(task, HttpRequest.of("GET", target.text()));
    }

    /** {@return the JSON answer to a request with a JSON body} */
    Json post(Task task, Target target, Object body) {
        return json(task, withJson(HttpRequest.of("POST", target.text()), body));
    }

    /** {@return the JSON answer to a request} */
    Json json(Task task, HttpRequest request) {
        return read(task, request, answer -> Json.parse(answer.body()));
    }

    /** Sends a request whose answer says nothing. */
    void send(Task task, HttpRequest request) {
        read(task, request, HttpAnswer::status);
    }

    /**
     * Sends a request and hands the answer over when it is no error.
     *
     * @throws Failure for whatever the engine refuses or the connection does
     */
    <T> T read(Task task, HttpRequest request, Reader<T> reader) {
        try (var answer = http.send(request)) {
            if (!answer.isFine()) {
                throw translation.refusal(task, answer.text());
            }
            return reader.read(answer);
        } catch (ClosedByInterruptException _) {
            throw Interrupted.restoringFlag();
        } catch (IOException e) {
            throw translation.lost(task, e);
        }
    }

    static HttpRequest withJson(HttpRequest request, Object body) {
        return request.withBody("application/json", HttpBody.of(Json.write(body).getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes what it needs out of an answer. */
    @FunctionalInterface
    interface Reader<T> {
        T read(HttpAnswer answer) throws IOException;
    }
}
