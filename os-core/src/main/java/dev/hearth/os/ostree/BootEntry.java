package dev.hearth.os.ostree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry of the boot loader's menu, as the Boot Loader Specification writes it.
 *
 * @param fields the file's lines as keys and values, in its order; those unknown here survive
 */
record BootEntry(List<Map.Entry<String, String>> fields) {
    private static final String OPTIONS = "options";
    private static final String VERSION = "version";
    private static final String TITLE = "title";
    /** What the initial RAM disk finds the deployment by. */
    private static final Pattern LINK =
            Pattern.compile("ostree=/ostree/boot\\.[01]/([^/ ]+)/([0-9a-f]{64})/(0|[1-9][0-9]{0,8})");
    /** The deployment's place in the menu, with the stateroot's name where there are several. */
    private static final Pattern INDEX = Pattern.compile("\\(ostree:(?:([^:)]+):)?[0-9]+\\)$");

    BootEntry {
        fields = List.copyOf(fields);
    }

    /**
     * Where a deployment's boot link lies.
     *
     * @param bootChecksum of the kernel with its initial RAM disk
     * @param number tells apart deployments that boot the same kernel
     */
    record Link(String stateroot, String bootChecksum, int number) {

        /** {@return its path below a directory of boot links} */
        String path() {
            return stateroot + "/" + bootChecksum + "/" + number;
        }
    }

    /** Reads an entry's text; comments are dropped. */
    static BootEntry parse(String text) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("[ \t]+", 2))
                .forEach(parts -> fields.add(Map.entry(parts[0], parts.length == 1 ? "" : parts[1])));
        return new BootEntry(fields);
    }

    /** {@return the place in the menu: what has the largest comes first and boots by default} */
    int version() {
        var version = field(VERSION).orElse("");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    /** {@return where the link to the deployment lies; empty for entries that are not ostree's} */
    Optional<Link> link() {
        return linkMatch().map(match -> new Link(match.group(1), match.group(2), Integer.parseInt(match.group(3))));
    }

    /** {@return the kernel's arguments without the one that names the deployment} */
    List<String> arguments() {
        return field(OPTIONS).stream()
                .flatMap(options -> Stream.of(options.split(" +")))
                .filter(word -> !word.isEmpty() && !word.startsWith("ostree="))
                .toList();
    }

    /** {@return the value of a field, when it is there} */
    Optional<String> field(String key) {
        return fields.stream()
                .filter(field -> field.getKey().equals(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * {@return the same entry at another place in the menu}
     *
     * @param bootVersion which of the two directories of boot links it is found through
     */
    BootEntry at(int index, int version, int bootVersion, Link link) {
        return replaced(
                        TITLE,
                        title -> INDEX.matcher(title)
                                .replaceFirst(match -> Matcher.quoteReplacement("(ostree:"
                                        + (match.group(1) == null ? "" : match.group(1) + ":") + index + ")")))
                .replaced(VERSION, _ -> Integer.toString(version))
                .replaced(
                        OPTIONS,
                        options -> LINK.matcher(options)
                                .replaceFirst("ostree=/ostree/boot." + bootVersion + "/" + link.path()));
    }

    private BootEntry replaced(String key, UnaryOperator<String> change) {
        return new BootEntry(fields.stream()
                .map(field -> field.getKey().equals(key) ? Map.entry(key, change.apply(field.getValue())) : field)
                .toList());
    }

    private Optional<Matcher> linkMatch() {
        return field(OPTIONS).map(LINK::matcher).filter(Matcher::find);
    }

    /** {@return the entry's text} */
    @Override
    public String toString() {
        return fields.stream()
                .map(field -> field.getKey() + " " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
