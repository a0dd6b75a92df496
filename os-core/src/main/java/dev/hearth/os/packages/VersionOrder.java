package dev.hearth.os.packages;

import java.util.Comparator;

/**
 * How a package manager orders versions, older first.
 *
 * <p>Versions of different spelling may be equal in this order ({@code 1.0} and {@code 1.00}).
 */
public enum VersionOrder implements Comparator<String> {
    /** Debian's: epoch, upstream version, revision; {@code ~} sorts before everything, even before the end. */
    DPKG {
        @Override
        public int compare(String left, String right) {
            return DebianVersion.parse(left).compareTo(DebianVersion.parse(right));
        }
    },
    /** rpm's: epoch, version, release; {@code ~} sorts before the end and {@code ^} just after it. */
    RPM {
        @Override
        public int compare(String left, String right) {
            return RpmVersion.parse(left).compareTo(RpmVersion.parse(right));
        }
    }
}
