package dev.hearth.session;

import dev.hearth.core.process.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher is to run in hearth's place once Java has decided and ended.
 *
 * <p>It travels as data, one {@code key value} line each, which the launcher reads and checks and never evaluates. The
 * user's own words stay out of it: the launcher appends them from its own arguments, byte for byte.
 *
 * @param words the program and its first arguments
 * @param tail how many of the launcher's last arguments follow the words
 * @param exports variables to set for the program, sorted by name
 * @param session a file that is there exactly as long as the program runs, with the launcher's process id and start
 *     time; its directory exists
 * @param end the command that ends what was started inside; the name of a signal is appended
 * @param stops a pipe for as long as the program runs; a line in it says that what runs inside was stopped at the
 *     terminal; its directory exists
 * @param mark how the terminal is told that a container's shell has it
 * @param discard the pet that is to be removed when the program has ended
 */
public record Handover(
        List<String> words,
        int tail,
        Map<String, String> exports,
        @Nullable Path session,
        List<String> end,
        @Nullable Path stops,
        @Nullable ContainerMark mark,
        @Nullable String discard) {
    /** What a pipe holds without a reader on every kernel; the launcher reads only after Java has ended. */
    private static final int LIMIT = 32 * 1024;

    private static final String HEADER = "hearth-handover 1";
    private static final String FOOTER = "go";

    public Handover {
        if (words.isEmpty() || tail < 0) {
            throw new IllegalArgumentException("a handover needs a program, and no less than no further words");
        }
        words = List.copyOf(words);
        exports = Collections.unmodifiableMap(new TreeMap<>(exports));
        end = List.copyOf(end);
    }

    /** {@return a handover of the command and of the variables set for it} */
    public static Handover of(Command command) {
        return new Handover(command.argv(), 0, command.environment(), null, List.of(), null, null, null);
    }

    /** {@return this handover with one more variable set for the program and for what the launcher runs afterwards} */
    public Handover withExport(String name, String value) {
        var more = new TreeMap<>(exports);
        more.put(name, value);
        return new Handover(words, tail, more, session, end, stops, mark, discard);
    }

    /** {@return this handover with the last so many of the launcher's arguments appended} */
    public Handover withTail(int arguments) {
        return new Handover(words, arguments, exports, session, end, stops, mark, discard);
    }

    /** {@return this handover with a session file, and the command that ends what was started inside} */
    public Handover withSession(Path file, Command ender) {
        return new Handover(words, tail, exports, file, ender.argv(), stops, mark, discard);
    }

    /** {@return this handover with a pipe in which the program inside says that it was stopped at its terminal} */
    public Handover withStops(Path pipe) {
        return new Handover(words, tail, exports, session, end, pipe, mark, discard);
    }

    /** {@return this handover with the terminal told about the container} */
    public Handover withMark(ContainerMark container) {
        return new Handover(words, tail, exports, session, end, stops, container, discard);
    }

    /** {@return this handover with a pet removed, by the launcher's own `rm`, when the program has ended} */
    public Handover withDiscard(String pet) {
        return new Handover(words, tail, exports, session, end, stops, mark, pet);
    }

    /**
     * {@return the lines for the launcher; words go last first, as it puts each before those it has}
     *
     * @throws HandoverRefused when a value has a line break, or all are too long together
     */
    public String render() {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        lines.add("tail " + tail);
        words.reversed().forEach(word -> lines.add("word " + word));
        end.reversed().forEach(word -> lines.add("end " + word));
        exports.forEach((name, value) -> lines.add("export " + name + " " + value));
        if (session != null) {
            lines.add("session " + session);
        }
        if (stops != null) {
            lines.add("stops " + stops);
        }
        if (mark != null) {
            lines.add("mark " + mark.render());
        }
        if (discard != null) {
            lines.add("discard " + discard);
        }
        lines.add(FOOTER);
        return checked(lines);
    }

    private static String checked(List<String> lines) {
        lines.stream()
                .filter(line -> line.indexOf('\n') >= 0 || line.indexOf('\0') >= 0)
                .forEach(line -> {
                    throw HandoverRefused.lineBreak(line);
                });
        var text = String.join("\n", lines) + "\n";
        if (text.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
            throw HandoverRefused.tooLong(LIMIT);
        }
        return text;
    }
}
