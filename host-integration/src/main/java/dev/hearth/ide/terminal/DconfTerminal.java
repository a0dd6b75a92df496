package dev.hearth.ide.terminal;

import static java.util.stream.Collectors.joining;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.FileTool;
import dev.hearth.ide.Marked;
import dev.hearth.ide.ShellWords;
import dev.hearth.ide.Step;
import dev.hearth.ide.Tool;
import dev.hearth.pets.PetName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal of GNOME's, whose profiles are in dconf: what was written there is kept in a file as well, as a record.
 *
 * @param files the records
 * @param profiles the path of dconf that profiles are below
 * @param list the key of dconf that has the ids of all profiles
 * @param otherwise the list where none is set; empty where the terminal has yet to make its first profile
 */
record DconfTerminal(FileTool files, Processes processes, String profiles, String list, List<String> otherwise)
        implements Tool {
    private static final Pattern ID = Pattern.compile("'([^']*)'");

    /** {@return the profile of a pet, as dconf loads it} */
    static String profile(PetName pet, HearthCall call, String label) {
        return """
                [/]
                custom-command=%2$s
                use-custom-command=true
                %3$s=%1$s
                """.formatted(
                quoted("hearth-" + pet), quoted(ShellWords.line(FileTerminals.enteringWords(pet, call))), label);
    }

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public List<Step> setUp(PetName pet, HearthCall call) {
        var steps = new ArrayList<>(files.setUp(pet, call));
        if (!steps.isEmpty()) {
            var profile = files.body().apply(pet, call);
            // Before the record is written: dconf may refuse.
            steps.addFirst(
                    new Step("Add the profile '%s' to dconf".formatted(path(pet)), true, () -> add(pet, profile)));
        }
        return steps;
    }

    @Override
    public List<Step> remove(PetName pet) {
        var steps = new ArrayList<>(files.remove(pet));
        if (!steps.isEmpty()) {
            steps.addFirst(new Step("Take the profile '%s' out of dconf".formatted(path(pet)), false, () -> take(pet)));
        }
        return steps;
    }

    /** Nothing here is the user's but that there is the profile, which there was. */
    @Override
    public List<Step> rename(PetName from, PetName to, HearthCall call) {
        return Tool.super.rename(from, to, call).stream()
                .map(step -> new Step(step.line(), false, step.work()))
                .toList();
    }

    @Override
    public List<Marked> known() {
        return files.known();
    }

    @Override
    public String use(PetName pet) {
        return files.use(pet);
    }

    private void add(PetName pet, String profile) {
        var ids = new ArrayList<>(ids());
        if (ids.isEmpty()) {
            throw new NoProfileYet(name());
        }
        var _ = run(Command.of("dconf", "load", path(pet)).withInput(profile));
        if (!ids.contains(id(pet))) {
            ids.add(id(pet));
            write(ids);
        }
    }

    private void take(PetName pet) {
        var ids = new ArrayList<>(ids());
        if (ids.remove(id(pet))) {
            write(ids);
        }
        var _ = run(Command.of("dconf", "reset", "-f", path(pet)));
    }

    private List<String> ids() {
        var text = run(Command.of("dconf", "read", list)).strip();
        return text.isEmpty()
                ? otherwise
                : ID.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private void write(List<String> ids) {
        var text = ids.stream().map(DconfTerminal::quoted).collect(joining(", ", "[", "]"));
        var _ = run(Command.of("dconf", "write", list, text));
    }

    private String run(Command command) {
        return processes.run(command).orThrow().out();
    }

    private String path(PetName pet) {
        return profiles + id(pet) + "/";
    }

    /** The same for the same name, so that nothing has to be remembered. */
    private static String id(PetName pet) {
        return UUID.nameUUIDFromBytes(("hearth/" + pet).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** As dconf writes and reads text. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("[\\\\']", Matcher.quoteReplacement("\\") + "$0") + "'";
    }
}
