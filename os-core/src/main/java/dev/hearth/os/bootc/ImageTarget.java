package dev.hearth.os.bootc;

import dev.hearth.os.InvalidOperand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An image to follow, as the operands and options of {@code bootc switch}.
 *
 * @param transport how it is fetched, in bootc's word
 * @param verified whether the policy for containers has to accept it
 */
record ImageTarget(String image, String transport, boolean verified) {
    private static final String REGISTRY = "registry";
    private static final Set<String> TRANSPORTS = Set.of(REGISTRY, "oci", "oci-archive", "containers-storage", "dir");

    /**
     * Reads an image's plain name, one with a transport ({@code oci:/srv/os}, {@code docker://quay.io/…}), or a reference as
     * rpm-ostree writes it ({@code ostree-image-signed:docker://quay.io/…}).
     *
     * @return empty when it is the name of an ostree branch
     */
    static Optional<ImageTarget> parse(String text) {
        InvalidOperand.checked(text);
        if (text.startsWith("ostree-image-signed:")) {
            return Optional.of(transported(after(text), true));
        }
        if (text.startsWith("ostree-unverified-image:")) {
            return Optional.of(transported(after(text), false));
        }
        if (text.startsWith("ostree-unverified-registry:")) {
            return Optional.of(new ImageTarget(after(text), REGISTRY, false));
        }
        return text.startsWith("ostree-remote-") || isBranch(text)
                ? Optional.empty()
                : Optional.of(transported(text, false));
    }

    private static ImageTarget transported(String text, boolean verified) {
        if (text.startsWith("docker://")) {
            return new ImageTarget(text.substring("docker://".length()), REGISTRY, verified);
        }
        int colon = text.indexOf(':');
        return colon > 0 && TRANSPORTS.contains(text.substring(0, colon))
                ? new ImageTarget(after(text), text.substring(0, colon), verified)
                : new ImageTarget(text, REGISTRY, verified);
    }

    /** A colon before the first slash belongs to a remote, unless it is a registry's port or a transport's. */
    private static boolean isBranch(String text) {
        return text.matches("[\\w.-]+:(?!\\d+/)[\\w.-]+/.+")
                && !TRANSPORTS.contains(text.substring(0, text.indexOf(':')));
    }

    private static String after(String text) {
        return text.substring(text.indexOf(':') + 1);
    }

    /** {@return whether this is what a source names, as {@link Entry#source} writes it} */
    boolean isNamed(String source) {
        return source.equals(transport.equals(REGISTRY) ? image : transport + ":" + image);
    }

    List<String> words() {
        var options = List.of("--transport=" + transport);
        var policy = verified ? List.of("--enforce-container-sigpolicy") : List.<String>of();
        return Stream.of(transport.equals(REGISTRY) ? List.<String>of() : options, policy, List.of(image))
                .flatMap(List::stream)
                .toList();
    }
}
