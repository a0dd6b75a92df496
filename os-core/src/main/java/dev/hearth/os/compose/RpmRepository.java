package dev.hearth.os.compose;

import org.jspecify.annotations.Nullable;

/**
 * A repository of RPM packages, in dnf's own words.
 *
 * @param id what it is called
 * @param baseurl where it is; absent where {@code metalink} says who has it
 * @param gpgkey the address of the key that its packages are signed with; absent where nothing is checked
 */
public record RpmRepository(
        String id,
        @Nullable String baseurl,
        @Nullable String metalink,
        @Nullable String gpgkey) {

    /** {@return the file by which dnf finds it, with the key at another place} */
    String file(@Nullable String key) {
        return """
                [%1$s]
                name=%1$s
                %2$s
                enabled=1
                %3$s
                """.formatted(
                        id,
                        baseurl == null ? "metalink=" + metalink : "baseurl=" + baseurl,
                        key == null ? "gpgcheck=0" : "gpgcheck=1\ngpgkey=" + key);
    }
}
