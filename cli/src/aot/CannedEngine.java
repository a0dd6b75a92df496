import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A container engine that has one pet, and always says the same: {@code java CannedEngine.java SOCKET OWNER}. */
final class CannedEngine {
    private static final String VERSION = """
            {"Version": "27.5.1", "ApiVersion": "1.47", "MinAPIVersion": "1.24",
             "Components": [{"Name": "Engine", "Version": "27.5.1"}], "Arch": "amd64"}
            """;
    private static final String SPEC =
            """
            {"schema": 1, "owner": %s, "image": "debian:12", "imageId": "sha256:2", "home": "shared",
             "volumes": [], "environment": {"LANG": "C.UTF-8"}, "packages": ["gdb"], "init": false, "unshared": [],
             "ports": [], "devices": [], "memory": 0, "cpus": 0.0, "platform": null, "hostname": null,
             "labels": {}, "autostart": false, "idleStopSeconds": null, "ephemeral": false,
             "created": "2026-11-01T00:00:00Z"}
            """;
    private static final String LISTED =
            """
            {"Id": "%1$s", "Names": ["/dev"], "ImageID": "sha256:2", "Image": "debian:12", "State": "running",
             "Labels": {"dev.hearth.spec": "%2$s"}, "Created": 1793491200}
            """;
    private static final String INSPECTED =
            """
            {"Id": "%1$s", "Name": "/dev", "Image": "sha256:2", "Created": "2026-11-01T00:00:00Z",
             "Config": {"Image": "debian:12", "Labels": {"dev.hearth.spec": "%2$s"}},
             "State": {"Status": "running", "Pid": 4711, "StartedAt": "2026-11-01T00:00:01Z", "ExitCode": 0},
             "NetworkSettings": {"Ports": {}}}
            """;

    /** Of every program. */
    private static final String ENDED = """
            {"Running": false, "ExitCode": 1}
            """;

    private CannedEngine() {}

    public static void main(String[] arguments) throws IOException {
        var spec = SPEC.formatted(arguments[1]).replace("\n", " ").replace("\"", "\\\"");
        var id = "1".repeat(64);
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(Path.of(arguments[0])));
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client, id, spec));
            }
        }
    }

    private static void serve(SocketChannel client, String id, String spec) {
        try (client; var in = new BufferedReader(Channels.newReader(client, UTF_8))) {
            for (var request = in.readLine(); request != null; request = in.readLine()) {
                while (!in.readLine().isEmpty()) {
                    // Nothing that hearth says in a header matters here.
                }
                var path = request.split(" ")[1];
                answer(client, path.contains("/containers/json") ? "[" + LISTED.formatted(id, spec) + "]"
                        : path.endsWith("/start") ? ""
                        : path.contains("/exec/") ? ENDED
                        : path.contains("/containers/") ? INSPECTED.formatted(id, spec)
                        : VERSION);
            }
        } catch (IOException e) {
            // The next client has a connection of its own.
        }
    }

    private static void answer(SocketChannel client, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        for (var part : new byte[][] {head.getBytes(UTF_8), body}) {
            for (var left = ByteBuffer.wrap(part); left.hasRemaining(); ) {
                client.write(left);
            }
        }
    }
}
