package dev.hearth.cli.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** As much of an editor as a language server needs to see: the Language Server Protocol over its standard streams. */
final class LanguageClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process server;
    private int requests;

    private LanguageClient(Process server) {
        this.server = server;
    }

    /** Starts a server for a directory and agrees with it on what both can do. */
    static LanguageClient start(Path directory, Map<String, String> environment, List<String> argv) throws IOException {
        var builder = new ProcessBuilder(argv)
                .directory(directory.toFile())
                .redirectError(Redirect.to(directory.resolve("server.log").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        var client = new LanguageClient(builder.start());
        client.request("initialize", Map.of("rootUri", directory.toUri(), "capabilities", Map.of()));
        client.send(Map.of("jsonrpc", "2.0", "method", "initialized", "params", Map.of()));
        return client;
    }

    /** Opens a source of C. */
    void open(Path source) throws IOException {
        var document = Map.of("uri", source.toUri(), "languageId", "c", "version", 1, "text", Files.readString(source));
        send(Map.of("jsonrpc", "2.0", "method", "textDocument/didOpen", "params", Map.of("textDocument", document)));
    }

    /** {@return what the server finds wrong with what was opened last} */
    String diagnostics() throws IOException {
        return await(message -> message.path("method").asText().equals("textDocument/publishDiagnostics"))
                .path("params")
                .path("diagnostics")
                .toString();
    }

    /** {@return where what stands at a place is defined, as file, line and character} */
    String definition(Path source, int line, int character) throws IOException {
        var answer = request(
                "textDocument/definition",
                Map.of(
                        "textDocument", Map.of("uri", source.toUri()),
                        "position", Map.of("line", line, "character", character)));
        var start = answer.path(0).path("range").path("start");
        return answer.path(0).path("uri").asText() + ":" + start.path("line") + ":" + start.path("character");
    }

    @Override
    public void close() {
        Programs.end(server);
    }

    private JsonNode request(String method, Map<String, ?> parameters) throws IOException {
        int id = ++requests;
        send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters));
        return await(message -> message.path("id").asInt() == id).path("result");
    }

    private void send(Map<String, ?> message) throws IOException {
        var body = JSON.writeValueAsBytes(message);
        var out = server.getOutputStream();
        out.write("Content-Length: %d\r\n\r\n".formatted(body.length).getBytes(US_ASCII));
        out.write(body);
        out.flush();
    }

    private JsonNode await(Predicate<JsonNode> wanted) throws IOException {
        while (true) {
            var message = JSON.readTree(body());
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    private byte[] body() throws IOException {
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.startsWith("Content-Length: ")) {
                length = Integer.parseInt(header.substring("Content-Length: ".length()));
            }
        }
        return server.getInputStream().readNBytes(length);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            int b = server.getInputStream().read();
            switch (b) {
                case -1 -> throw new EOFException("the server ended: " + line.toString(UTF_8));
                case '\n' -> {
                    return line.toString(UTF_8).strip();
                }
                default -> line.write(b);
            }
        }
    }
}
