package dev.hearth.cli.pets;

import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Sizes;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.generations.Generation;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.ArrayList;
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
            "Its generations go with a pet. Where it has any, you are asked, unless you use --force.",
            "",
            "Examples:",
            "  hearth rm web",
            "  hearth rm dev --dry-run",
            "  hearth rm --force dev web"
        })
public final class RemoveCommand implements Callable<Integer> {
    private final Supplier<Pets> pets;
    private final Each each;
    private final ConsoleNarrator narrator;
    private final Prompt prompt;
    private final Consent consent;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "1..*", description = "The pets.")
    private List<PetName> names = List.of();

    @Option(
            names = {"-f", "--force"},
            description = "Remove pets that run, too, and ask nothing.")
    private boolean force;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    public RemoveCommand(
            Supplier<Pets> pets, Each each, ConsoleNarrator narrator, Prompt prompt, Consent consent, Output output) {
        this.pets = pets;
        this.each = each;
        this.narrator = narrator;
        this.prompt = prompt;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public Integer call() {
        return each.run(names, this::remove);
    }

    private void remove(PetName name) {
        var generations = pets.get().generations().pruning().all(name);
        var plan = plan(name, generations);
        if (dryRun) {
            output.lines(plan);
            return;
        }
        askAboutHome(name);
        if (!generations.isEmpty() && !force) {
            consent.to(plan, "Remove the pet '%s' with its generations?".formatted(name));
        }
        pets.get().remove(name, force, narrator);
        narrator.confirm("The pet '%s' is gone".formatted(name));
    }

    private static List<String> plan(PetName name, List<Generation> generations) {
        var lines = new ArrayList<String>();
        lines.add("Remove the pet '%s', with all that was installed in it".formatted(name));
        if (!generations.isEmpty()) {
            long bytes = generations.stream()
                    .mapToLong(generation -> generation.changed().bytes())
                    .sum();
            int number = generations.size();
            lines.add("Remove its %d generation%s, %s".formatted(number, number == 1 ? "" : "s", Sizes.text(bytes)));
        }
        return lines;
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
