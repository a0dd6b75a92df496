package dev.hearth.engine.docker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Path and query of a request, each part encoded as it is added.
 *
 * @param text as it goes over the wire
 */
record Target(String text) {
    /** {@return a target of these path segments below the version of the API} */
    static Target of(String version, String... segments) {
        var text = new StringBuilder(version);
        for (var segment : segments) {
            text.append('/').append(encoded(segment));
        }
        return new Target(text.toString());
    }

    /** {@return this target with one more parameter} */
    Target with(String name, String value) {
        return new Target(text + (text.indexOf('?') < 0 ? "?" : "&") + name + "=" + encoded(value));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
