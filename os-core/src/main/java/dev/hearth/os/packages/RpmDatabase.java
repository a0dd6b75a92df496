package dev.hearth.os.packages;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks the host's {@code rpm} for the packages of a tree's database. */
final class RpmDatabase {
    private static final String FORMAT = "%{NAME}\\t%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\t%{ARCH}\\n";
    /** What rpm lists beside packages: the keys that it trusts. */
    private static final String KEY = "gpg-pubkey";

    private final Processes processes;
    private final Path directory;

    RpmDatabase(Processes processes, Path directory) {
        this.processes = processes;
        this.directory = directory;
    }

    List<InstalledPackage> read() throws IOException {
        if (processes.locate("rpm").isEmpty()) {
            throw new RpmMissing(directory);
        }
        try (var copy = RpmCopy.of(directory)) {
            return packages(query(copy.directory()));
        }
    }

    private String query(Path copy) {
        var finished = processes.run(
                Command.of("rpm", "--dbpath", copy.toString(), "--query", "--all", "--queryformat", FORMAT)
                        .withEnvironment("LC_ALL", "C.UTF-8"));
        // rpm has been seen to end with status 0 for a database that it could not open.
        if (!finished.succeeded() || finished.err().startsWith("error:")) {
            throw new DamagedPackageDatabase(directory, "rpm says \"" + Printable.lastLine(finished.err()) + "\"");
        }
        return finished.out();
    }

    private List<InstalledPackage> packages(String listing) {
        var packages = new ArrayList<InstalledPackage>();
        long number = 0;
        for (var line : listing.lines().toList()) {
            number++;
            var fields = line.split("\t", -1);
            if (fields.length != 3) {
                throw new DamagedPackageDatabase(directory, number, "of rpm's listing is no package");
            }
            if (!fields[0].equals(KEY)) {
                packages.add(InstalledPackage.ofRpm(fields[0], fields[1], fields[2]));
            }
        }
        return packages;
    }
}
