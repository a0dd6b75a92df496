package dev.hearth.cli.pets;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.pets.InvalidValue;
import dev.hearth.pets.PetLog;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth logs}. */
@Command(
        name = "logs",
        description = "Show what a pet's set-up and its first process said.",
        footer = {"", "Examples:", "  hearth logs dev", "  hearth logs --lines=1000 dev"})
public final class LogsCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "0..1", description = "The pet; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "NUMBER",
            defaultValue = "200",
            description = "How many of the last lines; 200 by default.")
    private int lines;

    public LogsCommand(Supplier<Pets> pets, PetSelection selection, ConsoleNarrator narrator, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.output = output;
    }

    @Override
    public void run() {
        if (lines < 1) {
            throw new InvalidValue(Integer.toString(lines), "a number of lines", "Write 1 or more.");
        }
        var name = selection.require(pet).name();
        var log = pets.get().inside().logs(name, lines);
        if (!log.live()) {
            narrator.say(source(name, log));
        }
        output.untrusted(log.firstProcess());
        output.untrusted(log.setUp());
    }

    private static String source(PetName name, PetLog log) {
        return log.setUp().isEmpty()
                ? "The pet '%s' does not run, and no copy of its set-up's log is kept".formatted(name)
                : "The pet '%s' does not run; its set-up's log is the copy kept at its last start".formatted(name);
    }
}
