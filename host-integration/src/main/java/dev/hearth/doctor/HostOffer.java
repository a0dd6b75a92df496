package dev.hearth.doctor;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at what a login offers on the host; who serves a socket is knocked at. */
record HostOffer(Offer offer, LoginPlaces places) implements Check {
    /** What the kernel says of a socket that is served, and of another kind. */
    private static final String OTHER_KIND = "Protocol wrong type";

    @Override
    public String name() {
        return offer.name();
    }

    @Override
    public Finding look() {
        return offer.place().apply(places).map(this::at).orElseGet(() -> Finding.absent(offer.title() + ": none"));
    }

    private Finding at(Located located) {
        var path = located.path();
        var variable = located.variable();
        if (!Files.exists(path)) {
            return variable == null
                    ? Finding.absent(offer.title() + ": none")
                    : Finding.broken(
                            "%s: %s names '%s', which is not there".formatted(offer.title(), variable, path),
                            "Log in anew, or `unset %s`.".formatted(variable));
        }
        if (!Files.isReadable(path)) {
            return Finding.broken(
                    "%s: '%s' is closed to you".formatted(offer.title(), path),
                    "Find out by `ls -l` whose it is, and which group would open it.");
        }
        if (isSocket(path)) {
            return refusal(path)
                    .map(reason -> Finding.broken(
                            "%s: nobody answers at '%s' (%s)".formatted(offer.title(), path, reason),
                            "Start its service anew, or log in anew."))
                    .orElseGet(() -> found(path));
        }
        return found(path);
    }

    private Finding found(Path path) {
        return Finding.ok(offer.title() + ": " + path);
    }

    static boolean isSocket(Path path) {
        return !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    private static Optional<String> refusal(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return Optional.empty();
        } catch (IOException e) {
            var reason = String.valueOf(e.getMessage());
            return reason.startsWith(OTHER_KIND) ? Optional.empty() : Optional.of(reason);
        }
    }
}
