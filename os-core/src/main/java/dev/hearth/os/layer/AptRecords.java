package dev.hearth.os.layer;

import java.util.HashMap;
import java.util.Map;

/** Reads the records that apt prints of packages, line by line, and offers those that a source has. */
final class AptRecords {
    private static final String NAME = "Package";
    private static final String VERSION = "Version";
    private static final String SUMMARY = "Description";
    /** Where the source has it; what is installed, and is nowhere to be had, has none. */
    private static final String PLACE = "Filename";

    private final FoundPackages search;
    private final Map<String, String> fields = new HashMap<>();

    AptRecords(FoundPackages search) {
        this.search = search;
    }

    void read(String line) {
        if (line.isBlank()) {
            end();
        } else if (!line.startsWith(" ")) {
            var parts = line.split(": *", 2);
            if (parts.length == 2) {
                fields.put(parts[0], parts[1]);
            }
        }
    }

    void end() {
        if (fields.containsKey(PLACE)) {
            search.offer(
                    fields.getOrDefault(NAME, ""), fields.getOrDefault(VERSION, ""), fields.getOrDefault(SUMMARY, ""));
        }
        fields.clear();
    }
}
