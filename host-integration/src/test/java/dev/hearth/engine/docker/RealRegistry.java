package dev.hearth.engine.docker;

import dev.hearth.engine.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Debian's docker-registry on a port of this machine, with what is pushed to it below a directory. */
public final class RealRegistry implements AutoCloseable {
    /** The name and the password of whoever is a member. */
    public static final String MEMBER = "it:it-secret";

    private static final String HASHED = "$2y$05$abcdefghijklmnopqrstuu2.bknRQGzS1j9iTIY2CVsaIYi0BmIci";
    private static final String PROGRAM = "docker-registry";
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    /** Large enough to be cut in the middle, and random so that it stays so when it is packed. */
    private static final int LAYER = 8 << 20;

    private final Path storage;
    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private RealRegistry(Path storage, Process process, int port) {
        this.storage = storage;
        this.process = process;
        this.port = port;
    }

    /** Starts one that hands out its images to everybody. */
    public static RealRegistry open(Path directory) throws Exception {
        return start(directory, "");
    }

    /** Starts one that hands out nothing without a login, which is {@link #MEMBER}'s. */
    public static RealRegistry forMembers(Path directory) throws Exception {
        var members = Files.writeString(directory.resolve("members"), "it:" + HASHED + "\n");
        return start(directory, """
                auth:
                  htpasswd:
                    realm: it
                    path: %s
                """.formatted(members));
    }

    private static RealRegistry start(Path directory, String more) throws Exception {
        int port = freePort();
        var storage = Files.createDirectory(directory.resolve("storage"));
        var configuration = Files.writeString(directory.resolve("config.yml"), """
                version: 0.1
                storage:
                  filesystem:
                    rootdirectory: %s
                http:
                  addr: 127.0.0.1:%d
                """.formatted(storage, port) + more);
        var process = new ProcessBuilder(PROGRAM, "serve", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("registry.log").toFile())
                .start();
        var registry = new RealRegistry(storage, process, port);
        registry.awaitStart();
        return registry;
    }

    public int port() {
        return port;
    }

    /** Pushes an image of one large layer. */
    public void push(String path, String tag) throws Exception {
        var content = new byte[LAYER];
        RandomGenerator.of("L64X128MixRandom").nextBytes(content);
        var layer =
                Archive.of(List.of(new PackedFile("etc/it", 0644, new String(content, StandardCharsets.ISO_8859_1))));
        var config = json(Map.of(
                "architecture",
                "amd64",
                "os",
                "linux",
                "config",
                Map.of(),
                "rootfs",
                Map.of("type", "layers", "diff_ids", List.of(digest(layer)))));
        upload(path, layer);
        upload(path, config);
        var manifest = json(Map.of(
                "schemaVersion",
                2,
                "mediaType",
                MANIFEST,
                "config",
                descriptor("application/vnd.docker.container.image.v1+json", config),
                "layers",
                List.of(descriptor("application/vnd.docker.image.rootfs.diff.tar", layer))));
        send(HttpRequest.newBuilder(at("/v2/" + path + "/manifests/" + tag))
                .header("Content-Type", MANIFEST)
                .PUT(BodyPublishers.ofByteArray(manifest)));
    }

    /** Changes what is kept of every layer, as a failing disk may. */
    void damageLayers() throws IOException {
        try (var files = Files.walk(storage.resolve("docker/registry/v2/blobs"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) >= LAYER) {
                    var bytes = Files.readAllBytes(file);
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
            }
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void upload(String path, byte[] blob) throws Exception {
        var started = send(
                HttpRequest.newBuilder(at("/v2/" + path + "/blobs/uploads/")).POST(BodyPublishers.noBody()));
        var location = URI.create(started);
        var target = at(location.getPath() + "?" + location.getQuery() + "&digest=" + digest(blob));
        send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(blob)));
    }

    /** {@return where the answer says to go on} */
    private String send(HttpRequest.Builder request) throws Exception {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer + ": " + answer.body());
        }
        return answer.headers().firstValue("Location").orElse("");
    }

    private URI at(String target) {
        return URI.create("http://127.0.0.1:" + port + target);
    }

    private void awaitStart() throws Exception {
        for (int tries = 0; tries < 200; tries++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError(PROGRAM + " does not answer");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, Object> descriptor(String mediaType, byte[] blob) {
        return Map.of("mediaType", mediaType, "size", blob.length, "digest", digest(blob));
    }

    private static byte[] json(Map<String, Object> value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
