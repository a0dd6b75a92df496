package dev.hearth.os.layer;

import dev.hearth.core.failure.Interrupted;
import dev.hearth.core.files.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A file at an https address, which is fetched again only when it has changed there. */
final class HttpsFile {
    private static final Duration CONNECTING = Duration.ofMinutes(1);
    private static final String TAG = "etag";

    private final HttpClient client;
    private final Duration limit;

    /**
     * Fetches over a network.
     *
     * @param limit how long it may take
     */
    HttpsFile(Network network, Duration limit) {
        // NORMAL follows where the server sends it, but from https to nothing less.
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NORMAL)
                .connectTimeout(CONNECTING)
                .proxy(new Proxies(network.proxies()))
                .sslContext(Authorities.context(network))
                .build();
        this.limit = limit;
    }

    /**
     * {@return the file as it is there now}
     *
     * @param directory keeps it, and what the server calls this state of it
     * @throws LayerFailed when it cannot be had
     */
    Path fetch(URI address, Path directory) {
        var file = directory.resolve("file" + ending(address));
        var tag = directory.resolve(TAG);
        try {
            var request = HttpRequest.newBuilder(address).timeout(limit);
            if (Files.exists(file) && Files.exists(tag)) {
                request.header("If-None-Match", Files.readString(tag));
            }
            var beside = directory.resolve("incoming");
            var response = client.send(
                    request.build(),
                    answer -> answer.statusCode() == 200
                            ? HttpResponse.BodySubscribers.ofFile(beside)
                            : HttpResponse.BodySubscribers.replacing(beside));
            if (response.statusCode() == 304) {
                return file;
            }
            if (response.statusCode() != 200) {
                throw new LayerFailed(address.getHost() + " answers with status " + response.statusCode());
            }
            Files.deleteIfExists(tag);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            response.headers().firstValue(TAG).ifPresent(value -> PrivateFiles.write(tag, value));
            return file;
        } catch (IOException e) {
            throw new LayerFailed(address.getHost() + " cannot be reached: " + reason(e));
        } catch (InterruptedException _) {
            throw Interrupted.restoringFlag();
        }
    }

    private static String ending(URI address) {
        return address.getPath().endsWith(".rpm") ? ".rpm" : ".deb";
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
