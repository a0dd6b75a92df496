package dev.hearth.os.gate;

import dev.hearth.core.text.Printable;
import dev.hearth.os.gate.Verdict.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the machine reported.
 *
 * @param booted the deployment that it says it runs; absent when it said nothing
 * @param checks those that came to their end
 * @param complete whether that were all
 */
record GateReport(@Nullable String booted, List<Check> checks, boolean complete) {
    private static final Pattern BOOTED = Pattern.compile("booted (?<deployment>[0-9a-f]{64})\\.[0-9]+");
    private static final Pattern BEGIN = Pattern.compile("begin (?<name>[A-Za-z0-9._-]+)");
    private static final Pattern END = Pattern.compile("end (?<status>[0-9]{1,3}) (?<seconds>[0-9]{1,6})");
    private static final String OUTPUT = "| ";

    GateReport {
        checks = List.copyOf(checks);
    }

    /** Reads it as far as it came. */
    static GateReport parse(String text) {
        String booted = null;
        String name = null;
        boolean complete = false;
        var output = new ArrayList<String>();
        var checks = new ArrayList<Check>();
        for (var each : text.lines().toList()) {
            var line = each.stripTrailing();
            var begin = BEGIN.matcher(line);
            var end = END.matcher(line);
            var deployment = BOOTED.matcher(line);
            if (line.startsWith(OUTPUT)) {
                output.add(Printable.line(line.substring(OUTPUT.length())));
            } else if (deployment.matches() && booted == null) {
                booted = deployment.group("deployment");
            } else if (begin.matches()) {
                name = begin.group("name");
                output.clear();
            } else if (end.matches() && name != null) {
                checks.add(new Check(
                        name,
                        Integer.parseInt(end.group("status")),
                        Integer.parseInt(end.group("seconds")),
                        String.join("\n", output)));
                name = null;
            } else if (line.equals("done")) {
                complete = true;
            }
        }
        return new GateReport(booted, checks, complete);
    }

    /** {@return why this is no full answer about a commit; absent when it is one} */
    @Nullable String trouble(String commit, List<String> expected) {
        if (booted == null) {
            return "the machine did not come up";
        }
        if (!booted.equals(commit)) {
            return "the machine came up with another commit, " + booted;
        }
        var missing = expected.stream()
                .filter(name -> checks.stream().noneMatch(check -> check.name().equals(name)))
                .collect(Collectors.joining("', '"));
        return complete && missing.isEmpty() ? null : "the machine ended before the checks did: '" + missing + "'";
    }
}
