package dev.hearth.os.layer;

import dev.hearth.core.process.Finished;
import dev.hearth.core.text.Printable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What apt and dpkg say when something fails, as a reason. */
final class AptOutput {
    private static final Pattern UNMET =
            Pattern.compile(" (?<what>[^ ]+ : )?(?<kind>Depends|PreDepends|Conflicts|Breaks): .*");
    private static final String PACKAGE_ERROR = "dpkg: error processing ";
    private static final int SHOWN = 4;

    private AptOutput() {}

    static String reason(Finished finished) {
        var lines =
                Stream.concat(finished.out().lines(), finished.err().lines()).toList();
        return Stream.of(unmet(lines), packageErrors(lines), errors(lines), last(lines))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> found.stream().limit(SHOWN).collect(Collectors.joining("; ")))
                .orElse("apt-get ended with status " + finished.status());
    }

    /** Returns the lines by which apt says that it failed, without its own marks. */
    static List<String> errors(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("E: "))
                .map(line -> Printable.line(line.substring(3)))
                .distinct()
                .toList();
    }

    private static List<String> unmet(List<String> lines) {
        return lines.stream()
                .filter(line -> UNMET.matcher(line).matches())
                .map(line -> Printable.line(line).replaceAll(" +", " "))
                .toList();
    }

    /** Returns the line after each mention of a package that could not be processed. */
    private static List<String> packageErrors(List<String> lines) {
        return Stream.iterate(0, index -> index < lines.size() - 1, index -> index + 1)
                .filter(index -> lines.get(index).startsWith(PACKAGE_ERROR))
                .map(index -> Printable.line(lines.get(index + 1)))
                .distinct()
                .toList();
    }

    private static List<String> last(List<String> lines) {
        return Stream.of(Printable.lastLine(String.join("\n", lines)))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
