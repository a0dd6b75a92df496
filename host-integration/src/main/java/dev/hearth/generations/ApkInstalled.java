package dev.hearth.generations;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** apk's database: paragraphs of lines that begin with a letter. */
final class ApkInstalled {
    private ApkInstalled() {}

    static Map<String, String> versions(List<String> lines) {
        var versions = new TreeMap<String, String>();
        var name = "";
        for (var line : lines) {
            if (line.startsWith("P:")) {
                name = line.substring(2);
            } else if (line.startsWith("V:") && !name.isEmpty()) {
                PackageDatabases.put(versions, name, line.substring(2));
            } else if (line.isEmpty()) {
                name = "";
            }
        }
        return versions;
    }
}
