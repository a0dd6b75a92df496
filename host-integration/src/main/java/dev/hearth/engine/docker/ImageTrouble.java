package dev.hearth.engine.docker;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.images.DigestMismatch;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.LoginRequired;
import dev.hearth.images.NoSpaceForImage;
import dev.hearth.images.PlatformNotOffered;
import dev.hearth.images.RegistryUnreachable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can go wrong between an engine and a registry.
 *
 * <p>Engines pass on what registries, the network and Go's libraries say, and do so in sentences only.
 */
final class ImageTrouble {
    private static final List<String> NO_SPACE = List.of("no space left on device", "disk quota exceeded");
    private static final List<String> WRONG_DIGEST = List.of(
            "verification failed", "digest did not match", "does not match", "doesn't match", "digest mismatch");
    private static final List<String> OTHER_PLATFORMS =
            List.of("no matching manifest for", "no image found in manifest list", "no image found in image index");
    private static final List<String> UNREACHABLE = List.of(
            "no such host",
            "connection refused",
            "connection reset",
            "i/o timeout",
            "no route to host",
            "network is unreachable",
            "name resolution",
            "server misbehaving",
            "handshake",
            "x509:",
            "client.timeout",
            "deadline exceeded",
            "too many requests",
            "toomanyrequests",
            "service unavailable",
            "bad gateway",
            "http response to https client",
            "unexpected eof",
            ": eof");
    private static final List<String> UNKNOWN = List.of(
            "manifest unknown", "name unknown", "not found", "repository does not exist", "no such image", "not known");
    /** Not simply "not found", which a missing file is too. */
    private static final List<String> UNKNOWN_BASE =
            List.of("manifest unknown", "name unknown", "repository does not exist");

    private static final List<String> LOGIN =
            List.of("unauthorized", "authentication required", "no basic auth", "denied", "forbidden");

    private ImageTrouble() {}

    /**
     * {@return the failure that a sentence of the engine tells of, when it is about getting an image}
     *
     * @param image what was asked for
     * @param domain of its registry
     */
    static Optional<Failure> of(String image, String domain, String reason) {
        var words = reason.toLowerCase(Locale.ROOT);
        if (hasAny(words, NO_SPACE)) {
            return Optional.of(new NoSpaceForImage(image));
        }
        if (hasAny(words, WRONG_DIGEST)) {
            return Optional.of(new DigestMismatch(image, reason));
        }
        // All that Docker says of a line that was cut between two requests.
        if (words.equals("eof") || hasAny(words, UNREACHABLE)) {
            return Optional.of(new RegistryUnreachable(domain, Printable.line(reason)));
        }
        if (hasAny(words, OTHER_PLATFORMS)) {
            return Optional.of(PlatformNotOffered.byRegistry(image));
        }
        if (hasAny(words, UNKNOWN)) {
            return Optional.of(new ImageNotFound(image));
        }
        return hasAny(words, LOGIN) ? Optional.of(new LoginRequired(image, domain)) : Optional.empty();
    }

    /** {@return the failure that a sentence of the engine tells of, when it is about the image a build starts from} */
    static Optional<Failure> ofBase(String image, String domain, String reason) {
        var words = reason.toLowerCase(Locale.ROOT);
        if (hasAny(words, UNREACHABLE)) {
            return Optional.of(new RegistryUnreachable(domain, Printable.line(reason)));
        }
        return hasAny(words, UNKNOWN_BASE) ? Optional.of(new ImageNotFound(image)) : Optional.empty();
    }

    private static boolean hasAny(String words, List<String> parts) {
        return parts.stream().anyMatch(words::contains);
    }
}
