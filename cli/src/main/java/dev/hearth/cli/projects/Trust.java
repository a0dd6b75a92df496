package dev.hearth.cli.projects;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.core.prompt.Chooser;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.text.Printable;
import dev.hearth.projects.Allowances;
import dev.hearth.projects.NotAllowed;
import dev.hearth.projects.ProjectFile;
import java.util.List;
import java.util.function.Supplier;

/** Keeps a project's file from having any effect before the user has seen it; {@code --yes} is no answer. */
public final class Trust {
    private final Allowances allowances;
    private final Chooser chooser;
    private final ConsoleNarrator narrator;

    public Trust(Allowances allowances, Chooser chooser, ConsoleNarrator narrator) {
        this.allowances = allowances;
        this.chooser = chooser;
        this.narrator = narrator;
    }

    /**
     * Returns when the file is allowed as it is; where it is not, and somebody is there to answer, asks.
     *
     * @param meaning what the file asks for, as the user is to see it
     * @throws NotAllowed when nobody can be asked
     * @throws Declined when the user does not allow it
     */
    public void require(ProjectFile file, Supplier<List<String>> meaning) {
        if (!allowances.holds(file)) {
            if (!chooser.canAsk()) {
                allowances.require(file);
            }
            ask(file, meaning.get());
        }
    }

    private void ask(ProjectFile file, List<String> meaning) {
        var name = Printable.line(file.path().toString());
        narrator.say("The file '%s' %s:"
                .formatted(name, allowances.knows(file.path()) ? "was changed, and asks for" : "is new, and asks for"));
        meaning.forEach(line -> narrator.say("  " + Printable.text(line)));
        if (!chooser.choose("Allow it?", List.of("yes", "no")).equals("yes")) {
            throw new Declined();
        }
        allowances.allow(file);
    }
}
