package dev.hearth.cli.pets;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.core.host.Environment;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth edit}. */
@Command(
        name = "edit",
        description = "Change what a pet is; what is in it stays.",
        footer = {
            "",
            "The pet is made anew from an image of itself, and is the old one until the new",
            "one works. What runs in it is stopped, and the pet started again. What it was is",
            "saved first, as a generation to which `rollback` returns.",
            "",
            "Examples:",
            "  hearth edit dev --volume=/srv/data:/data --env=EDITOR=vim",
            "  hearth edit dev --no-volume=/data --memory=4g --dry-run",
            "  hearth edit db --init --unshare=net --publish=5432:5432"
        })
public final class EditCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Environment callers;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Output output;

    @Parameters(paramLabel = "PET", description = "The pet.")
    private PetName pet;

    @Mixin
    private EditOptions options;

    @Mixin
    private GraceOption grace;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Mixin
    private FormatOption format;

    public EditCommand(
            Supplier<Pets> pets, Environment callers, ConsoleNarrator narrator, Consent consent, Output output) {
        this.pets = pets;
        this.callers = callers;
        this.narrator = narrator;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public void run() {
        var edit = options.edit(callers);
        var edits = pets.get().edits();
        var plan = edits.plan(pet, edit);
        if (dryRun) {
            output.page(format.format(), EditView.of(plan), EditView::lines);
            return;
        }
        if (plan.isEmpty()) {
            narrator.confirm("The pet '%s' is so already".formatted(pet));
        } else {
            consent.to(EditView.of(plan).lines(new Page(Colors.PLAIN, 0)), "Make the pet '%s' anew?".formatted(pet));
            edits.carryOut(pet, edit, grace.grace(), narrator);
            narrator.confirm("The pet '%s' is changed".formatted(pet));
        }
        if (format.format() == Format.JSON) {
            output.page(Format.JSON, EditView.of(plan), EditView::lines);
        }
    }
}
