package dev.hearth.cli.pets;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth restart}. */
@Command(
        name = "restart",
        description = "Stop pets and start them again.",
        footer = {"", "Examples:", "  hearth restart dev"})
public final class RestartCommand implements Callable<Integer> {
    private final Supplier<Pets> pets;
    private final Each each;
    private final ConsoleNarrator narrator;

    @Parameters(paramLabel = "PET", arity = "1..*", description = "The pets.")
    private List<PetName> names = List.of();

    @Mixin
    private GraceOption option;

    public RestartCommand(Supplier<Pets> pets, Each each, ConsoleNarrator narrator) {
        this.pets = pets;
        this.each = each;
        this.narrator = narrator;
    }

    @Override
    public Integer call() {
        var grace = option.grace();
        return each.run(names, name -> {
            pets.get().restart(name, grace, narrator);
            narrator.confirm("The pet '%s' runs again".formatted(name));
        });
    }
}
