package dev.hearth.os.packages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads dpkg's {@code status} file: one paragraph a package, with all that dpkg ever knew of it. */
final class DpkgStatus {
    private static final Set<String> FIELDS = Set.of("Package", "Status", "Version", "Architecture");
    private static final long LARGEST = 256L << 20;
    private static final int LONGEST_NAME = 4096;

    private final Path file;
    private final List<InstalledPackage> installed = new ArrayList<>();
    private final Map<String, String> paragraph = new HashMap<>();
    private long line;
    private boolean started;

    private DpkgStatus(Path file) {
        this.file = file;
    }

    /** {@return the packages whose state is "installed"} */
    static List<InstalledPackage> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new DamagedPackageDatabase(file, "it has more than " + (LARGEST >> 20) + " MiB");
        }
        var status = new DpkgStatus(file);
        // The fields that matter are ASCII; a description in some old encoding must not end the reading.
        try (var reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                status.line++;
                status.take(text);
            }
        }
        status.endParagraph();
        return status.installed;
    }

    private void take(String text) {
        if (text.isBlank()) {
            endParagraph();
        } else if (text.startsWith(" ") || text.startsWith("\t")) {
            require(started, "continues a field, and none has begun");
        } else {
            takeField(text);
        }
    }

    private void takeField(String text) {
        int colon = text.indexOf(':');
        require(colon > 0, "is no field");
        started = true;
        var name = text.substring(0, colon);
        if (FIELDS.contains(name)) {
            var value = text.substring(colon + 1).strip();
            require(value.length() <= LONGEST_NAME, "has a '" + name + "' that is too long");
            require(paragraph.put(name, value) == null, "has a second '" + name + "' of one package");
        }
    }

    private void endParagraph() {
        if (started && isInstalled(field("Status"))) {
            installed.add(new InstalledPackage(field("Package"), field("Version"), field("Architecture")));
        }
        paragraph.clear();
        started = false;
    }

    /** {@return whether the last of want, error flag and state says so} */
    private boolean isInstalled(String status) {
        var words = status.split(" +", -1);
        require(words.length == 3, "ends a package whose 'Status' is not three words");
        return words[2].equals("installed");
    }

    private String field(String name) {
        var value = paragraph.getOrDefault(name, "");
        require(!value.isEmpty(), "ends a package without '" + name + "'");
        return value;
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new DamagedPackageDatabase(file, line, otherwise);
        }
    }
}
