package dev.hearth.os.layer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Serves files by https on the loopback interface, with a certificate of its own; below {@code /moved} by http. */
final class HttpsSite implements AutoCloseable {
    private static final String PASSWORD = "it-hearth";

    private final Path files;
    private final Path authorities;
    private final HttpsServer server;
    private final AtomicInteger sent = new AtomicInteger();

    private HttpsSite(Path files, Path authorities, HttpsServer server) {
        this.files = files;
        this.authorities = authorities;
        this.server = server;
    }

    /** Keeps its certificate in a directory. */
    static HttpsSite open(Path work, Path files) throws IOException {
        var keys = work.resolve("site.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-ext",
                "bc:c",
                "-validity",
                "2",
                "-keystore",
                keys.toString());
        var authorities = work.resolve("site.pem");
        keytool("-exportcert", "-rfc", "-file", authorities.toString(), "-keystore", keys.toString());
        // apt looks at it without root's rights.
        Files.setPosixFilePermissions(authorities, PosixFilePermissions.fromString("rw-r--r--"));
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        var site = new HttpsSite(files, authorities, server);
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    private static void keytool(String... words) {
        var argv = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        argv.addAll(Arrays.asList(words));
        argv.addAll(List.of("-alias", "it", "-storepass", PASSWORD, "-storetype", "PKCS12"));
        ItHost.run(argv.toArray(String[]::new));
    }

    private static SSLContext context(Path keys) throws IOException {
        try (var in = Files.newInputStream(keys)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(1);
            var file = files.resolve(path);
            if (path.startsWith("moved/")) {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/" + path);
                exchange.sendResponseHeaders(302, -1);
            } else if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, Files.readAllBytes(file));
            }
        }
    }

    private void send(HttpExchange exchange, byte[] content) throws IOException {
        var tag = "\"" + Arrays.hashCode(content) + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        sent.incrementAndGet();
        boolean isAsked = !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, isAsked && content.length > 0 ? content.length : -1);
        if (isAsked) {
            exchange.getResponseBody().write(content);
        }
    }

    String address() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    /** {@return what reaches it, and trusts it} */
    Network network() {
        var usual = Network.direct();
        return new Network(usual.resolvConf(), usual.hosts(), authorities, usual.proxies());
    }

    /** {@return how many files were sent} */
    int sent() {
        return sent.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
