package dev.hearth.images;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image, by the grammar that engines and registries share: {@code [DOMAIN/]PATH[:TAG][@DIGEST]}.
 *
 * <p>There are no malformed ones, and each is what parsing its own text gives.
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
    private static final String DOMAIN_COMPONENT = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(
            "(" + DOMAIN_COMPONENT + "(\\." + DOMAIN_COMPONENT + ")*|\\[[0-9A-Fa-f:]+])(:(?<port>[0-9]{1,5}))?");
    private static final String PATH_COMPONENT = "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*";
    private static final Pattern PATH = Pattern.compile(PATH_COMPONENT + "(/" + PATH_COMPONENT + ")*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST =
            Pattern.compile("sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 255;
    private static final int HIGHEST_PORT = 65_535;

    public ImageReference {
        var whole = text(domain, path, tag, digest);
        // Length first: the patterns must not be let loose on a megabyte.
        if (length(domain) + path.length() > LONGEST) {
            throw new InvalidImageReference(shortened(whole), "its name is longer than " + LONGEST + " characters");
        }
        require(whole, "digest", DIGEST, digest);
        require(whole, "tag", TAG, tag);
        require(whole, "domain", DOMAIN, domain);
        require(whole, "path", PATH, path);
        requireUnambiguous(whole, domain, path);
    }

    /**
     * Parses a reference strictly.
     *
     * @throws InvalidImageReference naming the part that is wrong
     */
    public static ImageReference parse(String text) {
        var name = text;
        String digest = null;
        int at = name.indexOf('@');
        if (at >= 0) {
            digest = name.substring(at + 1);
            name = name.substring(0, at);
        }
        String tag = null;
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            tag = name.substring(colon + 1);
            name = name.substring(0, colon);
        }
        int slash = name.indexOf('/');
        if (slash >= 0 && looksLikeDomain(name.substring(0, slash))) {
            return new ImageReference(name.substring(0, slash), name.substring(slash + 1), tag, digest);
        }
        return new ImageReference(null, name, tag, digest);
    }

    /** {@return domain and path, without tag and digest} */
    public String name() {
        return text(domain, path, null, null);
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

    /** {@return this reference with the domain that Docker gives to short names, where it has none} */
    public ImageReference qualified() {
        if (domain != null) {
            return this;
        }
        return new ImageReference("docker.io", path.contains("/") ? path : "library/" + path, tag, digest);
    }

    /** {@return whether only this machine can have the image} */
    public boolean isLocal() {
        return "localhost".equals(domain);
    }

    /**
     * {@return what a pet made from this image is called unless it is given a name: the last part of the path and the
     * tag, in letters, digits, dashes, dots and underscores, beginning with a letter that is not all}
     */
    public String defaultPetName() {
        var tagged = tag == null ? baseName() : baseName() + "-" + tag;
        boolean isName = Character.isLetter(tagged.charAt(0)) && tagged.length() > 1;
        var name = isName ? tagged : "pet-" + tagged;
        return name.substring(0, Math.min(name.length(), 63));
    }

    @Override
    public String toString() {
        return text(domain, path, tag, digest);
    }

    private static String text(@Nullable String domain, String path, @Nullable String tag, @Nullable String digest) {
        return (domain == null ? "" : domain + "/")
                + path
                + (tag == null ? "" : ":" + tag)
                + (digest == null ? "" : "@" + digest);
    }

    private static int length(@Nullable String domain) {
        return domain == null ? 0 : domain.length() + 1;
    }

    private static String shortened(String whole) {
        return whole.length() <= LONGEST ? whole : whole.substring(0, 40) + "…";
    }

    private static void require(String whole, String part, Pattern pattern, @Nullable String value) {
        if (value == null) {
            return;
        }
        var matcher = pattern.matcher(value);
        boolean fits = matcher.matches();
        if (fits && pattern == DOMAIN && matcher.group("port") != null) {
            fits = Integer.parseInt(matcher.group("port")) <= HIGHEST_PORT;
        }
        if (!fits) {
            throw new InvalidImageReference(
                    shortened(whole), "its " + part + " '" + shortened(value) + "' is malformed");
        }
    }

    private static void requireUnambiguous(String whole, @Nullable String domain, String path) {
        int slash = path.indexOf('/');
        if (domain != null && !looksLikeDomain(domain)) {
            throw new InvalidImageReference(whole, "its domain '" + domain + "' has neither a dot nor a port");
        }
        if (domain == null && slash >= 0 && looksLikeDomain(path.substring(0, slash))) {
            throw new InvalidImageReference(whole, "its path begins like a domain");
        }
        if (domain == null && IDENTIFIER.matcher(path).matches()) {
            throw new InvalidImageReference(whole, "it is an image's id");
        }
    }

    /** Tells a domain from the first part of a path, as all engines do: upper case cannot be part of a path. */
    private static boolean looksLikeDomain(String first) {
        return first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || first.chars().anyMatch(letter -> letter >= 'A' && letter <= 'Z');
    }
}
