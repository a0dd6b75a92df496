package dev.hearth.packages;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a package manager is asked for: a package's name, if need be with the version, architecture or source that it takes,
 * or a group.
 *
 * <p>Neither an option, nor what some package manager takes for something else: apt's {@code name-} (remove it), a pattern,
 * a file.
 */
public record PackageName(String value) {
    private static final Predicate<String> VALID =
            Pattern.compile("@?[A-Za-z0-9][A-Za-z0-9._+:~=/@^()-]{0,200}(?<!-)").asMatchPredicate();

    private static final Predicate<String> FILE =
            Pattern.compile(".*\\.(deb|rpm|apk|pkg\\.tar\\.[a-z0-9]+)").asMatchPredicate();

    /** What may follow a name: a version, a release or source, an architecture. */
    private static final Pattern QUALIFIER = Pattern.compile("(?<=.)[=/@:].*");

    /** {@return whether it is one} */
    public static boolean isValid(String text) {
        return VALID.test(text) && !FILE.test(text);
    }

    /**
     * Reads one.
     *
     * @throws InvalidPackageName when it is none
     */
    public static PackageName parse(String text) {
        if (!isValid(text)) {
            throw new InvalidPackageName(text);
        }
        return new PackageName(text);
    }

    /** {@return whether both name the same package, in whatever version} */
    public boolean isSamePackageAs(PackageName other) {
        return base().equals(other.base());
    }

    private String base() {
        return QUALIFIER.matcher(value).replaceFirst("");
    }

    @Override
    public String toString() {
        return value;
    }
}
