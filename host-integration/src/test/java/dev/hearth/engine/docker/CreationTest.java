package dev.hearth.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.hearth.core.trace.Trace;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerRequests;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.Mount;
import dev.hearth.engine.http.CannedServer;
import dev.hearth.engine.http.UnixHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares what is sent to make a container with files; {@code -Dgolden.update=true} writes them anew. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CreationTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/hearth/engine/docker");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"DOCKER,plain", "DOCKER,full", "PODMAN,plain", "PODMAN,full"})
    void saysInTheEnginesWordsWhatIsToBeMade(EngineKind kind, String name) throws IOException {
        var request = name.equals("full") ? full() : ContainerRequests.plain("web", "localhost/debian:12");

        assertThat(sent(kind, request)).isEqualTo(golden(kind.word() + "-create-" + name + ".txt", kind, request));
    }

    @Test
    void returnsTheIdOfWhatWasMade() {
        var socket = directory.resolve("engine.sock");
        try (var _ = CannedServer.on(socket, CannedServer.json(201, "{\"Id\": \"abc\", \"Warnings\": []}"))) {
            assertThat(engine(EngineKind.PODMAN, socket).create(full())).isEqualTo(new ContainerId("abc"));
        }
    }

    @Test
    void hasTheEngineLayAPetsWritesOverADirectory() throws IOException {
        var socket = directory.resolve("overlay.sock");
        var answers = new ArrayList<>(List.of(volume("/v/written"), volume("/v/work"), volume("/v/both")));
        answers.addAll(List.of(answers(EngineKind.DOCKER)));
        var overlay = new Mount.Overlay("hearth-home-1", "/home/ada", ContainerPath.of("/home/ada"));
        try (var server = CannedServer.on(socket, answers.toArray(String[]::new))) {
            engine(EngineKind.DOCKER, socket)
                    .create(ContainerRequests.withMounts(
                            ContainerRequests.plain("web", "localhost/debian:12"), List.of(overlay)));

            var requests = server.requests();
            assertThat(requests.get(0)).contains("/volumes/create", "\"Name\":\"hearth-home-1-written\"");
            assertThat(requests.get(1)).contains("/volumes/create", "\"Name\":\"hearth-home-1-work\"");
            assertThat(requests.get(2))
                    .contains("\"Name\":\"hearth-home-1\"", "\"type\":\"overlay\"")
                    .contains("\"o\":\"lowerdir=/home/ada,upperdir=/v/written,workdir=/v/work,"
                            + "redirect_dir=off,metacopy=off,index=off\"");
            assertThat(requests.getLast())
                    .contains("hearth-home-1-written", "/run/hearth-home/written", "\"NoCopy\":true");
        }
    }

    private static String volume(String place) {
        return CannedServer.json(201, "{\"Mountpoint\": \"%s\"}".formatted(place));
    }

    private String sent(EngineKind kind, ContainerRequest request) throws IOException {
        var socket = directory.resolve(kind + ".sock");
        try (var server = CannedServer.on(socket, answers(kind))) {
            engine(kind, socket).create(request);
            var parts = server.requests().getLast().split("\r\n\r\n", 2);
            return parts[0].lines().findFirst().orElseThrow() + "\n" + sorted(parts[1]) + "\n";
        }
    }

    /** What Docker is sent depends on how old it is, so it is asked for that first. */
    private static String[] answers(EngineKind kind) {
        var made = CannedServer.json(201, "{\"Id\": \"abc\", \"Warnings\": []}");
        var version = CannedServer.json(200, "{\"Version\": \"20.10.24\", \"ApiVersion\": \"1.41\"}");
        return kind == EngineKind.DOCKER
                ? new String[] {version, CannedServer.json(200, "{}"), made}
                : new String[] {made};
    }

    private String golden(String file, EngineKind kind, ContainerRequest request) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(file), sent(kind, request));
        }
        return Files.readString(GOLDEN.resolve(file));
    }

    private static String sorted(String json) throws IOException {
        // Without what is null, which engines take for absent: docker-java writes every member it knows.
        var mapper = new ObjectMapper()
                .setDefaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.INDENT_OUTPUT);
        return mapper.writeValueAsString(mapper.readValue(json, Object.class));
    }

    private static ContainerEngine engine(EngineKind kind, Path socket) {
        var http = new UnixHttp(socket, Trace.SILENT);
        var translation = new Translation(kind, socket, "ada");
        return new DockerEngine(
                new EngineApi(http, translation, EngineApi.WRITTEN_FOR),
                new DockerJava(http, translation, EngineApi.WRITTEN_FOR));
    }

    private static ContainerRequest full() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("HOME", "/home/ada");
        environment.put("GREETING", "a=b \"c\"\n$d");
        return new ContainerRequest(
                "web",
                "sha256:0123",
                "1000:1000",
                ContainerPath.of("/home/ada"),
                List.of("/usr/libexec/hearth/init", "--verbose"),
                environment,
                List.of("STALE"),
                Map.of("dev.hearth.spec", "{\"schema\": 1}"),
                List.of(
                        new Mount.Bind("/home/ada", ContainerPath.of("/home/ada"), false, Mount.Propagation.SLAVE),
                        new Mount.Bind("/", ContainerPath.of("/run/host"), true, Mount.Propagation.PRIVATE),
                        new Mount.Volume("cache", ContainerPath.of("/var/cache"), true),
                        new Mount.HandedOn("0123abcd", ContainerPath.of("/var/lib/data")),
                        new Mount.Tmpfs(ContainerPath.of("/run"), "mode=755,size=64m"),
                        new Mount.Tmpfs(ContainerPath.of("/run/lock"), ""),
                        new Mount.Devpts(ContainerPath.of("/dev/pts"))),
                new ContainerRequest.Sharing(false, true, true, false, true),
                new ContainerRequest.Privileges(
                        false, List.of("SYS_ADMIN", "NET_RAW"), false, true, List.of(27L, 998L)),
                new ContainerRequest.Limits(512 << 20, 1.5),
                List.of(
                        new ContainerRequest.PublishedPort("127.0.0.1", 8080, 80, "tcp"),
                        new ContainerRequest.PublishedPort("", 5353, 53, "udp")),
                List.of("/dev/fuse", "/dev/ttyUSB0:/dev/modem:rw", "nvidia.com/gpu=all"),
                false,
                true,
                "linux/arm64",
                "workshop");
    }
}
