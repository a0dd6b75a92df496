package dev.hearth.cli.pets;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
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
        footer = {"", "Examples:", "  hearth rm web", "  hearth rm --force dev web"})
public final class RemoveCommand implements Callable<Integer> {
    private final Supplier<Pets> pets;
    private final Each each;
    private final ConsoleNarrator narrator;

    @Parameters(paramLabel = "PET", arity = "1..*", description = "The pets.")
    private List<PetName> names = List.of();

    @Option(
            names = {"-f", "--force"},
            description = "Remove pets that run, too.")
    private boolean force;

    public RemoveCommand(Supplier<Pets> pets, Each each, ConsoleNarrator narrator) {
        this.pets = pets;
        this.each = each;
        this.narrator = narrator;
    }

    @Override
    public Integer call() {
        return each.run(names, name -> {
            pets.get().remove(name, force, narrator);
            narrator.confirm("The pet '%s' is gone".formatted(name));
        });
    }
}
