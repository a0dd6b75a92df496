package dev.hearth.devcontainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An argument of the command by which engines run containers.
 *
 * @param option its long name
 * @param value empty where it has none
 */
record RunArgument(String option, String value) {
    private static final Map<String, String> SHORT = Map.of(
            "-v",
            "--volume",
            "-e",
            "--env",
            "-p",
            "--publish",
            "-h",
            "--hostname",
            "-m",
            "--memory",
            "-l",
            "--label",
            "-u",
            "--user",
            "-w",
            "--workdir");
    private static final Set<String> ALONE =
            Set.of("--privileged", "--init", "--rm", "--interactive", "--tty", "-i", "-t", "-it", "--detach", "-d");
    private static final Set<String> TAKEN =
            Set.of("--device", "--hostname", "--memory", "--cpus", "--volume", "--mount", "--env", "--label");
    private static final Set<String> USUAL = Set.of(
            "--cap-add",
            "--security-opt",
            "--privileged",
            "--init",
            "--interactive",
            "--tty",
            "-i",
            "-t",
            "-it",
            "--detach",
            "-d",
            "--publish",
            "--userns");
    private static final Set<String> NAMESPACES = Set.of("--network", "--net", "--ipc", "--pid", "--uts");

    /** {@return the arguments, each with its value} */
    static List<RunArgument> parse(List<String> words) {
        var all = new ArrayList<RunArgument>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            int equals = word.indexOf('=');
            if (equals > 0) {
                all.add(of(word.substring(0, equals), word.substring(equals + 1)));
            } else if (ALONE.contains(word)
                    || i + 1 == words.size()
                    || words.get(i + 1).startsWith("-")) {
                all.add(of(word, ""));
            } else {
                i++;
                all.add(of(word, words.get(i)));
            }
        }
        return all;
    }

    private static RunArgument of(String option, String value) {
        return new RunArgument(SHORT.getOrDefault(option, option), value);
    }

    /** {@return whether a pet can be made so} */
    boolean isTaken() {
        return TAKEN.contains(option) && !value.isEmpty();
    }

    /** {@return whether a pet that shares the home is so anyway} */
    boolean isUsual() {
        return USUAL.contains(option) || (NAMESPACES.contains(option) && value.equals("host"));
    }

    String text() {
        return value.isEmpty() ? option : option + "=" + value;
    }
}
