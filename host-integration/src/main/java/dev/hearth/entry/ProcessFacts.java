package dev.hearth.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the kernel says of a process.
 *
 * @param status by the keys of {@code /proc/PID/status}
 * @param limits by the names in {@code /proc/PID/limits}, each with the soft and the hard one
 * @param oom the adjustment of how soon it is killed when memory is short
 * @param environment {@code NAME=VALUE}
 */
record ProcessFacts(Map<String, String> status, Map<String, String> limits, String oom, List<String> environment) {
    /** What has to be read of a process, one after the other. */
    static final List<String> FILES =
            List.of("/proc/self/status", "/proc/self/limits", "/proc/self/oom_score_adj", "/proc/self/environ");

    private static final Pattern LIMIT = Pattern.compile("(Max [a-z ]+?) {2,}([0-9a-z]+) +([0-9a-z]+) .*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=[^\n]*");

    /** {@return what the lines of those files say; absent when they say what nobody expects} */
    static Optional<ProcessFacts> parse(List<String> lines) {
        var status = new HashMap<String, String>();
        var limits = new HashMap<String, String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var limit = LIMIT.matcher(line);
            if (limit.matches()) {
                limits.put(limit.group(1), limit.group(2) + " " + limit.group(3));
            } else if (NUMBER.matcher(line).matches()) {
                return environment(String.join("\n", lines.subList(i + 1, lines.size())), status, limits, line);
            } else if (line.indexOf(':') > 0) {
                status.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<ProcessFacts> environment(
            String text, Map<String, String> status, Map<String, String> limits, String oom) {
        var variables = new ArrayList<String>();
        for (var variable : text.split("\0", -1)) {
            if (!variable.isEmpty() && !VARIABLE.matcher(variable).matches()) {
                return Optional.empty();
            }
            if (!variable.isEmpty()) {
                variables.add(variable);
            }
        }
        return Optional.of(new ProcessFacts(status, limits, oom, variables));
    }

    /** {@return a value of the status} */
    String at(String key) {
        return status.getOrDefault(key, "");
    }

    /** {@return the soft and the hard limit of that name} */
    String limit(String name) {
        return limits.getOrDefault(name, "unlimited unlimited");
    }

    /** {@return a set of capabilities as its bits} */
    long capabilities(String key) {
        return Long.parseUnsignedLong(at(key).isEmpty() ? "0" : at(key), 16);
    }
}
