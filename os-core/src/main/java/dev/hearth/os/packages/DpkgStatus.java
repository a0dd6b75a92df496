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
import java.util.regex.Pattern;

/** Reads dpkg's {@code status} file: one paragraph a package, with all that dpkg ever knew of it. */
final class DpkgStatus {
    private static final Set<String> FIELDS = Set.of("Package", "Status", "Version", "Architecture");
    /** What may be as long as it likes. */
    private static final Set<String> LONG_FIELDS = Set.of("Source", "Depends", "Pre-Depends");

    /** A name in a relation, before what is said of its version or architecture. */
    private static final Pattern NAME = Pattern.compile("(?:^|[,|])\\s*([a-z0-9][a-z0-9+.-]*)");

    private static final long LARGEST = 256L << 20;
    private static final int LONGEST_NAME = 4096;

    private final Path file;
    private final List<Entry> installed = new ArrayList<>();
    private final Map<String, String> paragraph = new HashMap<>();
    private long line;
    private boolean started;

    /**
     * An installed package.
     *
     * @param source what it was built from
     * @param needs the names of what it depends on, alternatives among them
     */
    record Entry(InstalledPackage identity, String source, List<String> needs) {}

    private DpkgStatus(Path file) {
        this.file = file;
    }

    /** {@return the packages whose state is "installed"} */
    static List<Entry> read(Path file) throws IOException {
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
        } else if (LONG_FIELDS.contains(name)) {
            paragraph.put(name, text.substring(colon + 1).strip());
        }
    }

    private void endParagraph() {
        if (started && isInstalled(field("Status"))) {
            installed.add(new Entry(
                    new InstalledPackage(field("Package"), field("Version"), field("Architecture")),
                    source(),
                    needs(paragraph.getOrDefault("Pre-Depends", "") + "," + paragraph.getOrDefault("Depends", ""))));
        }
        paragraph.clear();
        started = false;
    }

    /** {@return what it was built from, which is only written down where it has another name} */
    private String source() {
        return paragraph.getOrDefault("Source", field("Package")).split(" ", 2)[0];
    }

    /** {@return the names in relations as control files write them: {@code a (>= 1) | b, c:any}} */
    static List<String> needs(String relations) {
        return NAME.matcher(relations)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
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
