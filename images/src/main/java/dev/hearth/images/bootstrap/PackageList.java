package dev.hearth.images.bootstrap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
        try {
            var text = String.join("\n", packages) + "\n";
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
