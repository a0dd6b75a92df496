package dev.hearth.cli.provides;

import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.commands.CommandName;
import dev.hearth.commands.KnownAnswers;
import dev.hearth.commands.Providers;
import dev.hearth.core.failure.Failure;
import dev.hearth.pets.MeantPet;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth provides}. */
@Command(
        name = "provides",
        description = "Tell which pet has a program, or which package would bring it.",
        footer = {
            "",
            "The pets that run are asked; of packages only what their package managers know without fetching",
            "anything. With `hearth setup --command-not-found` shells ask this for what they do not find.",
            "",
            "Examples:",
            "  hearth provides gdb",
            "  hearth provides --format=json cargo"
        })
public final class ProvidesCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final KnownAnswers answers;
    private final Narrator narrator;
    private final Output output;

    @Parameters(paramLabel = "PROGRAM", description = "Its name, as it is typed.")
    private String program;

    @Mixin
    private FormatOption format;

    public ProvidesCommand(
            Supplier<Pets> pets, PetSelection selection, KnownAnswers answers, Narrator narrator, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.answers = answers;
        this.narrator = narrator;
        this.output = output;
    }

    @Override
    public void run() {
        var name = CommandName.parse(program);
        var found = new Providers(pets.get(), narrator).find(name, meant());
        if (found.isEmpty()) {
            answers.keep(name, "");
            throw new NobodyHasIt(name);
        }
        var view = ProvidesView.of(name, found.get());
        answers.keep(name, view.line());
        output.page(format.format(), view, ProvidesView::lines);
    }

    /** Where it is not clear which pet is meant, each is as good. */
    private @Nullable PetName meant() {
        try {
            return selection.find(null).map(MeantPet::name).orElse(null);
        } catch (Failure.Cancelled e) {
            throw e;
        } catch (Failure _) {
            return null;
        }
    }
}
