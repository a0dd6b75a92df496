package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerEngine.ByteReader;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.http.HttpRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Runs programs in running containers. */
final class Execution {
    /** Programs may be silent for long: compilers, package managers that wait for a lock. */
    private static final Duration SILENCE = Duration.ofDays(1);
    /** An engine notes the status a moment after it has closed the output. */
    private static final int LOOKS = 500;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final EngineApi api;

    Execution(EngineApi api) {
        this.api = api;
    }

    /** {@return the exit status of the program, whose lines were handed over as they came} */
    int run(Task task, ContainerId id, ExecRequest request, Consumer<String> line) {
        return run(task, id, body(request, true), body -> forEachLine(body, line));
    }

    /** {@return the exit status of the program, whose standard output was handed over as it came} */
    int read(Task task, ContainerId id, ExecRequest request, ByteReader reader) {
        return run(task, id, body(request, false), body -> {
            var bytes = new Frames(body);
            reader.read(bytes);
            bytes.transferTo(OutputStream.nullOutputStream());
        });
    }

    private int run(Task task, ContainerId id, Map<String, Object> body, ByteReader frames) {
        var created = api.post(task, api.docker("containers", id.value(), "exec"), body);
        var execution = created.at("Id").text();
        var start = HttpRequest.of(
                        "POST", api.docker("exec", execution, "start").text())
                .withPatience(SILENCE);
        api.read(task, EngineApi.withJson(start, Map.of("Detach", false, "Tty", false)), answer -> {
            frames.read(answer.body());
            return answer.status();
        });
        return status(task, execution);
    }

    /** Hands over the lines of a framed stream. */
    static void forEachLine(InputStream frames, Consumer<String> line) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(new Frames(frames), StandardCharsets.UTF_8));
        for (var next = reader.readLine(); next != null; next = reader.readLine()) {
            line.accept(next);
        }
    }

    private static Map<String, Object> body(ExecRequest request, boolean errors) {
        var body = new LinkedHashMap<String, Object>();
        body.put("Cmd", request.command());
        body.put("User", request.user());
        body.put("Env", variables(request.environment()));
        body.put("AttachStdout", true);
        body.put("AttachStderr", errors);
        return body;
    }

    private static List<String> variables(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .sorted()
                .toList();
    }

    private int status(Task task, String execution) {
        var target = api.docker("exec", execution, "json");
        var state = api.get(task, target);
        for (int look = 0; state.at("Running").isTrue() && look < LOOKS; look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            state = api.get(task, target);
        }
        return (int) state.at("ExitCode").number();
    }
}
