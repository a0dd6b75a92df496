package dev.hearth.os.publish;

import dev.hearth.core.failure.Interrupted;
import dev.hearth.os.Signature.Verdict;
import dev.hearth.os.gpg.Gpgv;
import dev.hearth.os.rollout.Channel;
import dev.hearth.os.rollout.ChannelText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads on a machine what a site says of a channel, and takes nothing that is not signed with a key it trusts. */
public final class ChannelReader {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Of what is just being published, a signature and a text are seen for a moment that do not fit. */
    private static final int ATTEMPTS = 2;

    private static final int LARGEST = 1 << 18;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final URI site;
    private final List<Path> keyRings;
    private final Gpgv gpgv;

    /**
     * Reads from a site.
     *
     * @param site the address of the repository
     * @param keyRings the files with the keys that are trusted for it, as {@code gpgv} reads them
     */
    public ChannelReader(URI site, List<Path> keyRings, Gpgv gpgv) {
        this.site = site;
        this.keyRings = List.copyOf(keyRings);
        this.gpgv = gpgv;
    }

    /**
     * {@return the channel; empty when the site has none of that name}
     *
     * @throws ChannelNotTrusted when it is not signed as it has to be
     * @throws SiteUnreachable when the site does not answer
     */
    public Optional<Channel> read(ChannelName name) {
        var address = address(name);
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(LIMIT)
                .build()) {
            return fetchTrusted(client, name)
                    .map(text -> ChannelText.parse(new String(text, StandardCharsets.UTF_8), name.text(), address));
        }
    }

    /** {@return where a channel's file is} */
    public String address(ChannelName name) {
        return site + (site.toString().endsWith("/") ? "" : "/") + Site.CHANNELS + "/" + name + ".json";
    }

    private Optional<byte[]> fetchTrusted(HttpClient client, ChannelName name) {
        var address = address(name);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var text = fetch(client, address);
            if (text.isEmpty()) {
                return text;
            }
            var signature = fetch(client, address + ".sig");
            if (signature.isPresent() && isTrusted(text.get(), signature.get())) {
                return text;
            }
        }
        throw new ChannelNotTrusted(name, address);
    }

    private boolean isTrusted(byte[] text, byte[] signature) {
        try {
            var file = Files.createTempFile("hearth-channel-", ".json");
            try {
                Files.write(file, text);
                return gpgv.check(signature, file, keyRings)
                        .filter(found -> found.verdict() == Verdict.VALID)
                        .isPresent();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> fetch(HttpClient client, String address) {
        try {
            // A cache that answers by itself may hide a withdrawal, or have a text and a signature of different days.
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header("Cache-Control", "no-cache")
                    .timeout(LIMIT)
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                if (response.statusCode() != OK) {
                    throw new SiteUnreachable(address, "it answers with status " + response.statusCode());
                }
                var bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new SiteUnreachable(address, "it sends more than a channel's file has");
                }
                return Optional.of(bytes);
            }
        } catch (IOException e) {
            throw new SiteUnreachable(
                    address, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        } catch (InterruptedException _) {
            throw Interrupted.restoringFlag();
        }
    }
}
