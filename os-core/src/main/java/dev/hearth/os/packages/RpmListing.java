package dev.hearth.os.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What rpm prints of one package when it is asked for all that matters here: a letter and a field on each line. */
final class RpmListing {
    /** The scripts come last, as they have lines of their own. */
    static final String FORMAT =
            "P\\t%{NAME}\\t%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\t%{ARCH}\\t%{SOURCERPM}\\n"
                    + "%|REQUIRENAME?{[N\\t%{REQUIRENAME}\\n]}|"
                    + "%|FILENAMES?{[F\\t%{FILEMODES:octal}\\t%|FILECAPS?{%{FILECAPS}}|\\t%{FILENAMES}\\n]}|"
                    + "S\\n%|PREIN?{%{PREIN}\\n}|%|POSTIN?{%{POSTIN}\\n}|%|POSTTRANS?{%{POSTTRANS}\\n}|E\\n";

    private static final int REGULAR = 0100000;
    private static final int KIND = 0170000;
    private static final int PRIVILEGE = 06000;

    private final List<String> needs = new ArrayList<>();
    private final List<PackagedFile> files = new ArrayList<>();
    private final StringBuilder scripts = new StringBuilder();
    private InstalledPackage identity = new InstalledPackage("", "", "");
    private String source = "";

    private RpmListing() {}

    /** {@return the first package of a listing; empty when it has none} */
    static Optional<PackageContent> parse(String text) {
        var listing = new RpmListing();
        boolean inScripts = false;
        for (var line : text.lines().toList()) {
            if (inScripts && line.equals("E")) {
                return Optional.of(listing.content());
            } else if (inScripts) {
                listing.scripts.append(line).append('\n');
            } else if (line.equals("S")) {
                inScripts = true;
            } else {
                listing.take(line.split("\t", -1));
            }
        }
        return Optional.empty();
    }

    private void take(String[] fields) {
        switch (fields[0] + fields.length) {
            case "P5" -> {
                identity = InstalledPackage.ofRpm(fields[1], fields[2], fields[3]);
                source = source(fields[4]);
            }
            case "N2" -> need(fields[1]);
            case "F4" -> files.add(new PackagedFile(fields[3].replaceFirst("^/", ""), isPrivileged(fields)));
            default -> {}
        }
    }

    /** Libraries, files and abilities of rpm are no names of packages. */
    private void need(String name) {
        if (!name.contains("(") && !name.startsWith("/") && !needs.contains(name)) {
            needs.add(name);
        }
    }

    private static boolean isPrivileged(String[] fields) {
        int mode = Integer.parseInt(fields[1], 8);
        boolean capable = !fields[2].isEmpty() && !fields[2].equals("(none)");
        return (mode & KIND) == REGULAR && ((mode & PRIVILEGE) != 0 || capable);
    }

    /** {@return the name of a source package's file without version and release} */
    private static String source(String file) {
        return file.replaceFirst("-[^-]+-[^-]+$", "");
    }

    private PackageContent content() {
        return new PackageContent(identity, source, needs, files, scripts.toString());
    }
}
