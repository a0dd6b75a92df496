package dev.hearth.os.rpmostree;

import dev.hearth.os.AutomaticUpdates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of {@code /etc/rpm-ostreed.conf}, of which hearth knows one key and keeps every other line as it is.
 *
 * @param lines without their ends
 */
record DaemonConfiguration(List<String> lines) {
    private static final String GROUP = "[Daemon]";
    private static final String KEY = "AutomaticUpdatePolicy";
    private static final Pattern POLICY = Pattern.compile("\\s*" + KEY + "\\s*=\\s*(.*?)\\s*");

    DaemonConfiguration {
        lines = List.copyOf(lines);
    }

    static DaemonConfiguration parse(String text) {
        return new DaemonConfiguration(text.lines().toList());
    }

    /** {@return what the daemon is to do by itself; nothing when the file does not say, or not so that it is understood} */
    AutomaticUpdates policy() {
        return policyLine()
                .map(at -> policy(POLICY.matcher(lines.get(at)).replaceFirst("$1")))
                .orElse(AutomaticUpdates.NONE);
    }

    /** {@return the line that sets a policy} */
    static String line(AutomaticUpdates policy) {
        return KEY + "=" + policy.name().toLowerCase(Locale.ROOT);
    }

    /** {@return the same with another policy} */
    DaemonConfiguration with(AutomaticUpdates policy) {
        var changed = new ArrayList<>(lines);
        var there = policyLine();
        if (there.isPresent()) {
            changed.set(there.get(), line(policy));
            return new DaemonConfiguration(changed);
        }
        int group = group();
        if (group < 0) {
            changed.add(GROUP);
            group = changed.size() - 1;
        }
        changed.add(group + 1, line(policy));
        return new DaemonConfiguration(changed);
    }

    private static AutomaticUpdates policy(String word) {
        return switch (word) {
            case "check" -> AutomaticUpdates.CHECK;
            // The second is what it was called before it was finished.
            case "stage", "ex-stage" -> AutomaticUpdates.STAGE;
            case "apply" -> AutomaticUpdates.APPLY;
            default -> AutomaticUpdates.NONE;
        };
    }

    /** GLib takes the last of several. */
    private Optional<Integer> policyLine() {
        int at = group();
        Optional<Integer> found = Optional.empty();
        for (at++; at > 0 && at < lines.size() && !lines.get(at).strip().startsWith("["); at++) {
            if (POLICY.matcher(lines.get(at)).matches()) {
                found = Optional.of(at);
            }
        }
        return found;
    }

    private int group() {
        return lines.stream().map(String::strip).toList().indexOf(GROUP);
    }

    /** {@return the file's text} */
    @Override
    public String toString() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
