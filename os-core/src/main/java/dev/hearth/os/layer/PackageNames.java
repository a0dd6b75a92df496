package dev.hearth.os.layer;

import java.util.regex.Pattern;

/** The words that may be handed to a package manager as a package's name. */
final class PackageNames {
    // Neither an option, nor apt's `name-` (remove it) or `name/release`, nor a group or a pattern of dnf's.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+:~=^()-]*(?<!-)|/[A-Za-z0-9._+/-]+");

    private PackageNames() {}

    static void require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidPackageName(name);
        }
    }
}
