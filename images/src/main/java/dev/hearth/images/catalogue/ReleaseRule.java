package dev.hearth.images.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the releases of a distribution look like.
 *
 * @param pattern of a whole release; where it has a group, the group is the release
 * @param example for people
 * @param fallback the release taken when neither user nor host names one
 * @param codenames other words for releases, in the order of the catalogue
 */
public record ReleaseRule(Pattern pattern, String example, String fallback, Map<String, String> codenames) {
    public ReleaseRule {
        codenames = Collections.unmodifiableMap(new LinkedHashMap<>(codenames));
    }

    /** {@return the release that somebody means by this text} */
    public Optional<String> release(String text) {
        var matcher = pattern.matcher(codenames.getOrDefault(text, text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : matcher.group());
    }

    /** {@return the codename of a release} */
    public Optional<String> codename(String release) {
        return codenames.entrySet().stream()
                .filter(entry -> entry.getValue().equals(release))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
