package dev.hearth.cli.pets;

import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.config.Settings;
import dev.hearth.pets.Isolation;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth show}. */
@Command(
        name = "show",
        description = "Show all about a pet.",
        footer = {"", "Examples:", "  hearth show", "  hearth show dev --format=json"})
public final class ShowCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final Supplier<Settings> settings;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "0..1", description = "The pet; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Mixin
    private FormatOption format;

    public ShowCommand(Supplier<Pets> pets, PetSelection selection, Supplier<Settings> settings, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.settings = settings;
        this.output = output;
    }

    @Override
    public void run() {
        var shown = pets.get().withRequests(selection.require(pet));
        var isolation = pets.get().isolation(shown);
        var allowed = settings.get().hostRights().commands(shown.name().value(), isolation != Isolation.NONE);
        var view = PetView.of(shown, isolation, allowed);
        output.show(format.format(), "pet", view, PetView.DETAILS);
    }
}
