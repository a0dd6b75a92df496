package dev.hearth.packages;

import dev.hearth.core.text.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads what package managers print of a search. */
enum SearchOutput {
    /** {@code gdb - GNU Debugger}. */
    APT("(?<name>\\S+) - (?<summary>.*)"),
    /** {@code gdb.x86_64 : GNU Debugger}; dnf5 has one colon or tab less of a distance. */
    DNF("\\s*(?<name>[^\\s=]\\S*)\\.(?:noarch|i[3-6]86|[a-z0-9_]+)\\s*(?:\\s:|:|\\t)\\s*(?<summary>.*)"),
    /** {@code i | gdb | GNU Debugger | package}. */
    ZYPPER("[^|]*\\| (?<name>\\S+) +\\| (?<summary>.*?) *\\| package *"),
    /** {@code gdb-13.1-r0 - The GNU Debugger}. */
    APK("(?<name>\\S+?)-(?<version>[0-9][^- ]*-r[0-9]+) - (?<summary>.*)"),
    /** {@code extra/gdb 13.1-1 [installed]}, and the summary in the next line. */
    PACMAN("[^/\\s]+/(?<name>\\S+) (?<version>\\S+).*|\\s+(?<summary>.*)");

    private final Pattern line;

    SearchOutput(String line) {
        this.line = Pattern.compile(line);
    }

    /** {@return the packages, in the order of the lines; each once} */
    List<FoundPackage> read(List<String> lines) {
        var found = new LinkedHashMap<String, FoundPackage>();
        String last = null;
        for (var text : lines) {
            var matcher = line.matcher(text);
            if (!matcher.matches()) {
                continue;
            }
            var name = group(matcher, "name");
            var summary = group(matcher, "summary");
            if (!name.isEmpty()) {
                last = name;
                found.putIfAbsent(name, new FoundPackage(name, group(matcher, "version"), summary));
            } else if (last != null) {
                found.computeIfPresent(last, (key, before) -> new FoundPackage(key, before.version(), summary));
            }
        }
        return List.copyOf(found.values());
    }

    private String group(MatchResult match, String group) {
        return line.namedGroups().containsKey(group)
                ? Optional.ofNullable(match.group(group)).map(Printable::line).orElse("")
                : "";
    }
}
