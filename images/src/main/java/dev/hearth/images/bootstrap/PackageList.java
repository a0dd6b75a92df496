package dev.hearth.images.bootstrap;

import dev.hearth.core.text.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * What is installed in a root file system.
 *
 * @param packages each {@code NAME VERSION ARCHITECTURE}, sorted
 */
record PackageList(List<String> packages) {
    PackageList {
        packages = packages.stream().sorted().toList();
    }

    /** Reads dpkg's status file. */
    static PackageList parseDpkgStatus(String text) {
        var packages = new ArrayList<String>();
        for (var paragraph : text.split("\\n\\n+", -1)) {
            if (field(paragraph, "Status").endsWith(" installed")) {
                packages.add(field(paragraph, "Package")
                        + " " + field(paragraph, "Version")
                        + " " + field(paragraph, "Architecture"));
            }
        }
        return new PackageList(packages);
    }

    /** Reads one package a line. */
    static PackageList parseLines(String text) {
        return new PackageList(text.lines().filter(line -> !line.isBlank()).toList());
    }

    /** Returns the same for the same packages, however they came in. */
    String digest() {
        return "sha256:" + Sha256.of(String.join("\n", packages) + "\n");
    }

    private static String field(String paragraph, String name) {
        return paragraph
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst()
                .orElse("");
    }
}
