package dev.hearth.generations;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rpm says of all packages. */
final class RpmQuery {
    static final String FORMAT = "%{NAME} %{EVR}\\n";

    private RpmQuery() {}

    static Map<String, String> versions(List<String> lines) {
        var versions = new TreeMap<String, String>();
        for (var line : lines) {
            var words = line.strip().split(" ", -1);
            if (words.length == 2) {
                PackageDatabases.put(versions, words[0], words[1]);
            }
        }
        return versions;
    }
}
