package dev.hearth.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What makes a process that joins a container's namespaces by itself the same as one that the engine starts there.
 *
 * @param manner whose rights it takes, and which it has to give up
 * @param groups ids of supplementary groups
 * @param dropped numbers of the capabilities that it must not be able to regain
 * @param umask in octal digits
 * @param files how many it may have open: the soft and the hard limit
 * @param processes how many its user may have
 * @param oom the adjustment of how soon the kernel kills it when memory is short
 * @param controlGroups the container's own, each with the hierarchies that have it, below the usual place
 * @param environment {@code NAME=VALUE}, what the container was made with
 */
record Join(
        Manner manner,
        List<String> groups,
        List<Integer> dropped,
        String umask,
        String files,
        String processes,
        String oom,
        Map<String, List<String>> controlGroups,
        List<String> environment) {

    /** How namespaces are joined. */
    enum Manner {
        /** With all rights in the user namespace that belongs to the caller, until its user's identity is taken. */
        ROOTLESS("rootless"),
        /** As root, who is root inside as well. */
        ROOT("root");

        private final String word;

        Manner(String word) {
            this.word = word;
        }
    }

    Join {
        groups = List.copyOf(groups);
        dropped = List.copyOf(dropped);
        controlGroups = Collections.unmodifiableMap(new TreeMap<>(controlGroups));
        environment = List.copyOf(environment);
    }

    /** {@return the lines of a plan, but for the environment} */
    List<String> render() {
        var lines = new ArrayList<String>();
        lines.add("join " + manner.word);
        lines.add("groups " + String.join(",", groups));
        lines.add("bounding " + dropped.stream().map(number -> "-cap_" + number).collect(Collectors.joining(",")));
        lines.add("umask " + umask);
        lines.add("files " + files);
        lines.add("processes " + processes);
        lines.add("oom " + oom);
        controlGroups.forEach((path, hierarchies) -> lines.add("cgroup " + path + " " + String.join(" ", hierarchies)));
        return lines;
    }
}
