package dev.hearth.engine.docker;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Processes;
import dev.hearth.core.trace.Trace;
import dev.hearth.engine.ApiVersion;
import dev.hearth.engine.ConnectedEngine;
import dev.hearth.engine.EngineCandidate;
import dev.hearth.engine.EngineConnector;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineTooOld;
import dev.hearth.engine.EngineUnreachable;
import dev.hearth.engine.RootlessDocker;
import dev.hearth.engine.http.HttpRequest;
import dev.hearth.engine.http.UnixHttp;
import dev.hearth.engine.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** Talks to Docker and Podman on unix sockets. */
public final class DockerConnector implements EngineConnector {
    private static final ApiVersion OLDEST_PODMAN = ApiVersion.parse("4.0");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SCHEME = "unix://";

    private final Environment environment;
    private final Account account;
    private final Processes processes;
    private final Trace trace;

    /**
     * Talks on behalf of a user.
     *
     * @param processes runs credential helpers when a registry wants to know who asks
     */
    public DockerConnector(Environment environment, Account account, Processes processes, Trace trace) {
        this.environment = environment;
        this.account = account;
        this.processes = processes;
        this.trace = trace;
    }

    @Override
    public Answer ask(Path socket, EngineKind expected) {
        var translation = new Translation(expected, socket, account.name());
        var api = new EngineApi(new UnixHttp(socket, trace), translation, EngineApi.WRITTEN_FOR);
        var podman = PodmanPing.ask(api);
        // Without a version in the path: only the answer says which versions there are.
        var answer = podman.isPresent()
                ? answer(socket, podman.get())
                : answer(socket, api.json(Task.of("tell its version"), get("/version")), expected);
        if (answer.kind() == EngineKind.DOCKER && answer.rootless()) {
            refuseWhenRootless(api, socket);
        }
        return answer;
    }

    @Override
    public ConnectedEngine connect(EngineCandidate candidate) {
        if (!(candidate.verdict() instanceof EngineCandidate.Verdict.Usable usable)) {
            throw new IllegalArgumentException("not usable: " + candidate);
        }
        var socket = Path.of(candidate.address().substring(SCHEME.length()));
        var http = new UnixHttp(socket, trace);
        var translation = new Translation(candidate.kind(), socket, account.name());
        var version = ApiVersion.parse(usable.apiVersion());
        var api = new EngineApi(http, translation, version);
        var dockerJava = new DockerJava(http, translation, version);
        var credentials = new Credentials(environment, account.home(), processes);
        return new ConnectedEngine(
                new DockerEngine(api, dockerJava), new DockerImages(api, dockerJava, credentials), candidate);
    }

    private static Answer answer(Path socket, PodmanPing ping) {
        var engine = ApiVersion.parse(ping.version());
        if (engine.compareTo(OLDEST_PODMAN) < 0) {
            throw new EngineTooOld(EngineKind.PODMAN, engine.text(), OLDEST_PODMAN.text());
        }
        return answer(EngineKind.PODMAN, engine, ping.apiVersion(), EngineApi.WRITTEN_FOR, socket);
    }

    private static Answer answer(Path socket, Json version, EngineKind expected) {
        var spoken = version.at("ApiVersion").text();
        if (spoken.isEmpty()) {
            throw new EngineUnreachable(expected, socket.toString(), "what answers there is no container engine");
        }
        var engine = ApiVersion.parse(version.at("Version").text());
        return answer(EngineKind.DOCKER, engine, spoken, toSpeak(version), socket);
    }

    private static Answer answer(EngineKind kind, ApiVersion engine, String spoken, ApiVersion toSpeak, Path socket) {
        if (ApiVersion.parse(spoken).compareTo(EngineApi.WRITTEN_FOR) < 0) {
            throw new EngineTooOld(kind, spoken, EngineApi.WRITTEN_FOR.text());
        }
        return new Answer(kind, engine.text(), toSpeak.text(), !belongsToRoot(socket));
    }

    /** Newer Dockers no longer understand the version that hearth's requests were written for. */
    private static ApiVersion toSpeak(Json version) {
        var oldest = ApiVersion.parse(version.at("MinAPIVersion").text());
        return Stream.of(EngineApi.WRITTEN_FOR, oldest)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void refuseWhenRootless(EngineApi api, Path socket) {
        // Asked only where the socket is not root's: this answer takes engines long to put together.
        var info = api.json(Task.of("describe itself"), get("/info"));
        if (FactsReader.isRootless(info)) {
            throw new RootlessDocker(socket.toString());
        }
    }

    private static boolean belongsToRoot(Path socket) {
        try {
            return Files.getAttribute(socket, "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest get(String target) {
        return HttpRequest.of("GET", target).withPatience(PATIENCE);
    }
}
