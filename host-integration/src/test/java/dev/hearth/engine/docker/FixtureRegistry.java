package dev.hearth.engine.docker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hearth.engine.json.Json;
import dev.hearth.images.ImageReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** A registry on this machine that has one small image, which it calls by every name below {@code open}. */
final class FixtureRegistry implements AutoCloseable {
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String CONFIG = "application/vnd.docker.container.image.v1+json";
    private static final String LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";

    static {
        // Engines try TLS first; without a limit the server would wait for the end of a line that never comes.
        System.setProperty("sun.net.httpserver.maxReqTime", "1");
    }

    private final HttpServer server;
    private final Map<String, byte[]> blobs = new HashMap<>();
    private final byte[] manifest;

    FixtureRegistry(String text) {
        this.manifest = manifest(text);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v2/", this::answer);
        server.start();
    }

    ImageReference named(String path, String tag) {
        return ImageReference.parse("127.0.0.1:" + server.getAddress().getPort() + "/" + path + ":" + tag);
    }

    /** {@return a name by digest, for which the image is handed out whatever its own is} */
    ImageReference digested(String path, String digest) {
        return ImageReference.parse("127.0.0.1:" + server.getAddress().getPort() + "/" + path + "@" + digest);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().set("Docker-Distribution-Api-Version", "registry/2.0");
        if (path.equals("/v2/")) {
            send(exchange, 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith("/v2/members/")) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"it\"");
            error(exchange, 401, "UNAUTHORIZED", "authentication required");
        } else if (path.startsWith("/v2/missing/")) {
            error(exchange, 404, "MANIFEST_UNKNOWN", "manifest unknown");
        } else if (path.contains("/manifests/")) {
            exchange.getResponseHeaders().set("Docker-Content-Digest", digest(manifest));
            send(exchange, 200, MANIFEST, manifest);
        } else {
            var blob = blobs.getOrDefault(path.substring(path.lastIndexOf('/') + 1), new byte[0]);
            send(exchange, 200, "application/octet-stream", blob);
        }
    }

    private byte[] manifest(String text) {
        var layer = Archive.of(List.of(new PackedFile("etc/it", 0644, text)));
        var packed = gzip(layer);
        var config = json(Map.of(
                "architecture",
                "amd64",
                "os",
                "linux",
                "config",
                Map.of("Labels", Map.of("made.by", "a registry")),
                "rootfs",
                Map.of("type", "layers", "diff_ids", List.of(digest(layer)))));
        blobs.put(digest(packed), packed);
        blobs.put(digest(config), config);
        return json(new TreeMap<>(Map.of(
                "schemaVersion",
                2,
                "mediaType",
                MANIFEST,
                "config",
                descriptor(CONFIG, config),
                "layers",
                List.of(descriptor(LAYER, packed)))));
    }

    private static Map<String, Object> descriptor(String mediaType, byte[] blob) {
        return Map.of("mediaType", mediaType, "size", blob.length, "digest", digest(blob));
    }

    private static void error(HttpExchange exchange, int status, String code, String message) throws IOException {
        send(
                exchange,
                status,
                "application/json",
                json(Map.of("errors", List.of(Map.of("code", code, "message", message)))));
    }

    private static void send(HttpExchange exchange, int status, String mediaType, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            }
            exchange.sendResponseHeaders(status, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static byte[] json(Map<String, Object> value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
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
