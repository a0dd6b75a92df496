package dev.hearth.os.layer;

import dev.hearth.core.process.Finished;
import dev.hearth.core.text.Printable;
import dev.hearth.os.packages.InstalledPackage;
import java.time.Instant;
import java.util.List;

/** What {@code dnf-transaction.py} prints. */
final class DnfOutput {
    private DnfOutput() {}

    /** {@return what comes in} */
    static List<DnfPackage> coming(String printed) {
        return printed.lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == 7 && fields[0].equals("+"))
                .map(fields -> new DnfPackage(
                        InstalledPackage.ofRpm(fields[1], fields[2], fields[3]),
                        fields[4],
                        Long.parseLong(fields[5]),
                        Instant.ofEpochSecond(Long.parseLong(fields[6]))))
                .toList();
    }

    /** {@return what goes, be it that it comes in another version} */
    static List<InstalledPackage> going(String printed) {
        return printed.lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == 4 && fields[0].equals("-"))
                .map(fields -> InstalledPackage.ofRpm(fields[1], fields[2], fields[3]))
                .toList();
    }

    /** {@return what was wrong with each source that failed} */
    static List<String> trouble(String printed) {
        return printed.lines()
                .filter(line -> line.startsWith("source-failed\t"))
                .map(line -> Printable.line(line.substring(line.indexOf('\t'))))
                .toList();
    }

    static Finished requireDone(Finished finished) {
        if (!finished.succeeded()) {
            var said = Printable.lastLine(finished.err().isBlank() ? finished.out() : finished.err())
                    .replaceFirst("^- ", "");
            throw new LayerFailed(said.isEmpty() ? "dnf ended with status " + finished.status() : said);
        }
        return finished;
    }
}
