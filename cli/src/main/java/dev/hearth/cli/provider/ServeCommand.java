package dev.hearth.cli.provider;

import dev.hearth.core.failure.Interrupted;
import dev.hearth.os.publish.SiteServer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os serve}. */
@Command(
        name = "serve",
        description = "Serve a published directory on this machine alone, to try it out.",
        footer = {
            "",
            "It listens at 127.0.0.1, until it is stopped by Ctrl-C. For other machines use a web server.",
            "",
            "Examples:",
            "  hearth os serve /srv/www/base",
            "  hearth os serve site --port 0"
        })
public final class ServeCommand implements Runnable {
    private final Workplace place;

    @Parameters(paramLabel = "SITE", description = "The directory that `hearth os publish` wrote.")
    private Path site;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port; 0 for one that is free, and 8080 by default.")
    private int port;

    public ServeCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public void run() {
        if (port < 0 || port > 65_535) {
            throw new InvalidPort(port);
        }
        try (var server = SiteServer.of(place.resolve(site), port)) {
            place.narrator().say("Serving at " + server.address());
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            throw Interrupted.restoringFlag();
        }
    }
}
