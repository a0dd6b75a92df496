package dev.hearth.cli.pets;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth rm}. */
@Command(
        name = "rm",
        description = "Remove pets, with all that was installed in them; homes stay.",
        footer = {
            "",
            "What a pet with --home=overlay wrote and nobody merged goes as well; that is asked about.",
            "",
            "Examples:",
            "  hearth rm web",
            "  hearth rm --force dev web"
        })
public final class RemoveCommand implements Callable<Integer> {
    private final Supplier<Pets> pets;
    private final Each each;
    private final ConsoleNarrator narrator;
    private final Prompt prompt;

    @Parameters(paramLabel = "PET", arity = "1..*", description = "The pets.")
    private List<PetName> names = List.of();

    @Option(
            names = {"-f", "--force"},
            description = "Remove pets that run, too.")
    private boolean force;

    public RemoveCommand(Supplier<Pets> pets, Each each, ConsoleNarrator narrator, Prompt prompt) {
        this.pets = pets;
        this.each = each;
        this.narrator = narrator;
        this.prompt = prompt;
    }

    @Override
    public Integer call() {
        return each.run(names, name -> {
            askAboutHome(name);
            pets.get().remove(name, force, narrator);
            narrator.confirm("The pet '%s' is gone".formatted(name));
        });
    }

    private void askAboutHome(PetName name) {
        if (pets.get().get(name).isRunning() && !force) {
            // It stays anyway.
            return;
        }
        var lost = lost(name);
        if (!lost.isEmpty() && !prompt.confirm(lost + " Remove the pet '%s' with that?".formatted(name))) {
            throw new Declined();
        }
    }

    private String lost(PetName name) {
        try {
            int count = pets.get().homes().unmerged(name, narrator);
            return count == 0 ? "" : "What it changed in its home is not merged (%d).".formatted(count);
        } catch (Failure.ToolFailed | Failure.Unavailable e) {
            return e.message() + ".";
        }
    }
}
