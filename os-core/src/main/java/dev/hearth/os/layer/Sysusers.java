package dev.hearth.os.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of sysusers.d for the users and groups that package scripts made.
 *
 * <p>The account files of nearly each machine were changed there, and such files keep the machine's content in the next
 * deployment: without these lines, the new accounts would be missing.
 */
final class Sysusers {
    private Sysusers() {}

    /** The accounts of one tree: the content of {@code passwd} and {@code group}. */
    record Accounts(String passwd, String group) {}

    static List<String> added(Accounts before, Accounts after) {
        var groups = missing(records(after.group(), 4), records(before.group(), 4));
        var users = missing(records(after.passwd(), 7), records(before.passwd(), 7));
        var lines = new ArrayList<String>();
        groups.forEach((name, fields) -> lines.add("g %s %s -".formatted(name, fields[2])));
        users.forEach((name, fields) -> lines.add("u %s %s:%s %s %s %s"
                .formatted(name, fields[2], fields[3], quoted(fields[4]), orNone(fields[5]), orNone(fields[6]))));
        members(after).forEach(each -> {
            if (!members(before).contains(each)) {
                lines.add("m " + each);
            }
        });
        return List.copyOf(lines);
    }

    private static Map<String, String[]> records(String text, int fields) {
        var records = new LinkedHashMap<String, String[]>();
        text.lines()
                .map(line -> line.split(":", -1))
                .filter(record -> record.length == fields && !record[0].isEmpty())
                .forEach(record -> records.put(record[0], record));
        return records;
    }

    private static Map<String, String[]> missing(Map<String, String[]> from, Map<String, String[]> in) {
        var missing = new LinkedHashMap<>(from);
        missing.keySet().removeAll(in.keySet());
        return missing;
    }

    /** Returns {@code USER GROUP} for each member that a group names. */
    private static Set<String> members(Accounts accounts) {
        var members = new LinkedHashSet<String>();
        records(accounts.group(), 4)
                .values()
                .forEach(group -> Arrays.stream(group[3].split(",", -1))
                        .filter(user -> !user.isEmpty())
                        .forEach(user -> members.add(user + " " + group[0])));
        return members;
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "-" : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
