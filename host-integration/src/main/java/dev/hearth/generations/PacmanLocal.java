package dev.hearth.generations;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** pacman's database: a directory for each package, named {@code NAME-VERSION-RELEASE}. */
final class PacmanLocal {
    private static final Pattern DIRECTORY = Pattern.compile("(?:\\./)?local/([^/]+)-([^-/]+-[^-/]+)/desc");

    private PacmanLocal() {}

    static Map<String, String> versions(List<String> paths) {
        var versions = new TreeMap<String, String>();
        for (var path : paths) {
            var directory = DIRECTORY.matcher(path);
            if (directory.matches()) {
                PackageDatabases.put(versions, directory.group(1), directory.group(2));
            }
        }
        return versions;
    }
}
