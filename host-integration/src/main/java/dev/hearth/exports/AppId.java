package dev.hearth.exports;

import java.nio.file.Path;

/** The id of an app by the Desktop Entry Specification: where its entry is below a directory of entries. */
final class AppId {
    private static final String SUFFIX = ".desktop";

    private AppId() {}

    /** {@return the id of the entry in a file, without the ending} */
    static String of(Path file, Path directory) {
        var relative = directory.relativize(file).toString().replace('/', '-');
        return relative.substring(0, relative.length() - SUFFIX.length());
    }

    /** {@return whether a name is the last part of an id such as {@code org.gnome.gedit}} */
    static boolean isLastPart(String id, String name) {
        return id.endsWith("." + name);
    }
}
