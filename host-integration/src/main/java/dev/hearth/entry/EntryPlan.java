package dev.hearth.entry;

import dev.hearth.engine.ContainerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that the launcher needs to know to enter a pet that runs.
 *
 * <p>It is kept as data, one {@code key value} line each, which the launcher reads, checks and never evaluates.
 *
 * @param user {@code UID:GID} inside
 * @param client the engine's command up to the option that names the user
 * @param inside where the pet has the host's files; absent when it does not see hearth's
 * @param join how to do without the engine; absent where its client is to be run
 */
record EntryPlan(
        FirstProcess process,
        ContainerId container,
        String user,
        List<String> client,
        @Nullable String inside,
        @Nullable Join join) {
    private static final String HEADER = "hearth-entry 1\n";
    private static final String CHOICE = "choice ";

    /** The last line, without which a plan is none. */
    static final String FOOTER = "go\n";

    /** What the launcher lets pass in a value. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_./:=,@^+ -]*");

    EntryPlan {
        client = List.copyOf(client);
    }

    /** {@return this plan with the engine left out} */
    EntryPlan withJoin(Join joining) {
        return new EntryPlan(process, container, user, client, inside, joining);
    }

    /**
     * {@return a whole plan}
     *
     * @param choices what callers said about engines; who says something else may mean another pet of the name
     * @param rest what {@link #render} returned
     */
    static String text(List<String> choices, String rest) {
        var lines = choices.stream().map(choice -> CHOICE + choice + "\n");
        return lines.collect(Collectors.joining("", HEADER, "")) + rest;
    }

    /** {@return what callers of a whole plan said about engines} */
    static List<String> choices(String text) {
        return text.lines()
                .filter(line -> line.startsWith(CHOICE))
                .map(line -> line.substring(CHOICE.length()))
                .toList();
    }

    /** {@return a whole plan but for that} */
    static String rest(String text) {
        return text.lines()
                .skip(1)
                .filter(line -> !line.startsWith(CHOICE))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** {@return the lines for the launcher but for the choices; absent when a value is nothing that it would take} */
    Optional<String> render() {
        var lines = new ArrayList<String>();
        lines.add("boot " + process.boot());
        lines.add("process " + process.pid());
        lines.add("start " + process.start());
        lines.add("container " + container.value());
        lines.add("user " + user);
        lines.add("client " + String.join(" ", client));
        if (inside != null) {
            lines.add("inside " + inside);
        }
        if (join != null) {
            lines.addAll(join.render());
        }
        // The client's words are told apart by the spaces between them.
        boolean plain = lines.stream().allMatch(line -> VALUE.matcher(line).matches())
                && client.stream().noneMatch(word -> word.contains(" "));
        if (!plain) {
            return Optional.empty();
        }
        if (join != null) {
            join.environment().forEach(variable -> lines.add("variable " + variable));
        }
        return Optional.of(String.join("\n", lines) + "\n" + FOOTER);
    }
}
