package dev.hearth.generations;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** dpkg's database: paragraphs of fields. */
final class DpkgStatus {
    private DpkgStatus() {}

    /** {@return the versions of what is installed} */
    static Map<String, String> versions(List<String> lines) {
        var versions = new TreeMap<String, String>();
        var fields = new TreeMap<String, String>();
        for (var line : lines) {
            if (line.isEmpty()) {
                put(versions, fields);
                fields.clear();
            } else if (!line.startsWith(" ")) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    fields.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        }
        put(versions, fields);
        return versions;
    }

    private static void put(Map<String, String> versions, Map<String, String> fields) {
        var name = fields.get("Package");
        var version = fields.get("Version");
        // Configured or not: its files are there. "deinstall ok config-files" is not.
        boolean installed =
                fields.getOrDefault("Status", "").matches(".* (installed|unpacked|half-\\S+|triggers-\\S+)");
        if (name != null && version != null && installed) {
            PackageDatabases.put(versions, name, version);
        }
    }
}
