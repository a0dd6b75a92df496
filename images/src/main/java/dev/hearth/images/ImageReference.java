package dev.hearth.images;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image, as engines and registries write it: {@code [DOMAIN/]PATH[:TAG][@DIGEST]}.
 *
 * @param domain such as {@code quay.io} or {@code localhost:5000}; absent in a short name
 * @param path such as {@code toolbx/ubuntu-toolbox}
 * @param tag absent where none was written
 * @param digest such as {@code sha256:…}; absent where none was written
 */
public record ImageReference(
        @Nullable String domain,
        String path,
        @Nullable String tag,
        @Nullable String digest) {
    private static final Pattern DOMAIN = Pattern.compile(
            "(localhost|[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+|"
                    + "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(?=:[0-9]))(\\.[A-Za-z0-9]+)*(:[0-9]{1,5})?");
    private static final Pattern PATH =
            Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int LONGEST = 255;

    /**
     * Parses a reference strictly.
     *
     * @throws InvalidImageReference naming the part that is wrong
     */
    public static ImageReference parse(String text) {
        var rest = text;
        String digest = null;
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = require(text, "digest", DIGEST, rest.substring(at + 1));
            rest = rest.substring(0, at);
        }
        String tag = null;
        int colon = rest.lastIndexOf(':');
        if (colon > rest.lastIndexOf('/')) {
            tag = require(text, "tag", TAG, rest.substring(colon + 1));
            rest = rest.substring(0, colon);
        }
        String domain = null;
        int slash = rest.indexOf('/');
        if (slash > 0 && looksLikeDomain(rest.substring(0, slash))) {
            domain = require(text, "domain", DOMAIN, rest.substring(0, slash));
            rest = rest.substring(slash + 1);
        }
        var path = require(text, "path", PATH, rest);
        if ((domain == null ? 0 : domain.length() + 1) + path.length() > LONGEST) {
            throw new InvalidImageReference(text, "its name is longer than " + LONGEST + " characters");
        }
        return new ImageReference(domain, path, tag, digest);
    }

    /** {@return the last part of the path, such as {@code ubuntu-toolbox}} */
    public String baseName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@return the tag, {@code latest} where neither tag nor digest was written} */
    public Optional<String> effectiveTag() {
        return Optional.ofNullable(tag).or(() -> digest == null ? Optional.of("latest") : Optional.empty());
    }

    /** {@return this reference with another tag and no digest} */
    public ImageReference withTag(String newTag) {
        return new ImageReference(domain, path, newTag, null);
    }

    /** {@return whether only this machine can have the image} */
    public boolean isLocal() {
        return "localhost".equals(domain);
    }

    @Override
    public String toString() {
        return (domain == null ? "" : domain + "/")
                + path
                + (tag == null ? "" : ":" + tag)
                + (digest == null ? "" : "@" + digest);
    }

    private static boolean looksLikeDomain(String first) {
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }

    private static String require(String whole, String part, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidImageReference(whole, "its " + part + " '" + value + "' is malformed");
        }
        return value;
    }
}
