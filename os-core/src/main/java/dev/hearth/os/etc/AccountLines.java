package dev.hearth.os.etc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges files of accounts by name.
 *
 * <p>No local account is lost, whatever upstream removed: files on the disk may be its. What was removed locally does
 * not come back. Accounts that are new upstream are added; one whose id is taken here gets a free one.
 */
final class AccountLines {
    private final AccountFile file;
    private final Map<Integer, Integer> movedGroups;
    private final Map<Integer, Integer> moved = new LinkedHashMap<>();

    /** Merges one kind of file, whose lines may name groups that got other ids. */
    AccountLines(AccountFile file, Map<Integer, Integer> movedGroups) {
        this.file = file;
        this.movedGroups = movedGroups;
    }

    /** {@return the ids upstream that became other ones here} */
    Map<Integer, Integer> moved() {
        return Map.copyOf(moved);
    }

    String merge(String old, String fresh, String local) {
        var before = byName(old);
        var upstream = byName(fresh);
        var result = new ArrayList<String>();
        var names = new LinkedHashSet<String>();
        for (var line : local.lines().toList()) {
            var name = name(line);
            names.add(name);
            var theirs = upstream.get(name);
            result.add(theirs == null || file.holdsRanges() ? line : mergedLine(before.get(name), theirs, line));
        }
        var ids = file.holdsRanges()
                ? new TakenRanges(result)
                : new TakenIds(file, result, fresh.lines().toList());
        for (var line : fresh.lines().toList()) {
            var name = name(line);
            if (!names.contains(name) && !before.containsKey(name)) {
                result.add(added(line, ids));
            }
        }
        return result.isEmpty() ? "" : String.join("\n", result) + "\n";
    }

    private String mergedLine(@Nullable String old, String fresh, String local) {
        var mine = local.split(":", -1);
        var theirs = fresh.split(":", -1);
        var before = old == null ? null : old.split(":", -1);
        if (mine.length != theirs.length || (before != null && before.length != mine.length)) {
            return local;
        }
        for (int field = 1; field < mine.length; field++) {
            if (file.isList(field)) {
                mine[field] = mergedList(before == null ? "" : before[field], theirs[field], mine[field]);
            } else if (!file.isNumber(field) && before != null && mine[field].equals(before[field])) {
                mine[field] = theirs[field];
            }
        }
        return String.join(":", mine);
    }

    /** {@return what both have, and what either has added} */
    private static String mergedList(String old, String fresh, String local) {
        var before = members(old);
        var theirs = members(fresh);
        var result = members(local);
        result.removeIf(name -> before.contains(name) && !theirs.contains(name));
        theirs.stream().filter(name -> !before.contains(name)).forEach(result::add);
        return String.join(",", result);
    }

    private static SequencedSet<String> members(String list) {
        var names = new LinkedHashSet<>(List.of(list.split(",", -1)));
        names.remove("");
        return names;
    }

    private String added(String line, TakenNumbers taken) {
        var fields = line.split(":", -1);
        if (file == AccountFile.PASSWD && fields.length > 3) {
            fields[3] = TakenNumbers.number(fields[3])
                    .map(group -> movedGroups.getOrDefault(group, group))
                    .map(String::valueOf)
                    .orElse(fields[3]);
        }
        taken.settle(fields).ifPresent(change -> moved.put(change.from(), change.to()));
        return String.join(":", fields);
    }

    private static Map<String, String> byName(String text) {
        var lines = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> lines.putIfAbsent(name(line), line));
        return lines;
    }

    /** {@return what a line is known by; a comment or an NIS line, which has no name, by all of it} */
    private static String name(String line) {
        int colon = line.indexOf(':');
        return colon <= 0 || Set.of('#', '+', '-').contains(line.charAt(0)) ? line : line.substring(0, colon);
    }
}
