package dev.hearth.cli.ide;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.ide.Step;
import dev.hearth.ide.Tool;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows what tells a program where a pet is, asks where it has to, and does it. */
public final class IdePlans {
    private final ConsoleNarrator narrator;
    private final Prompt prompt;
    private final BooleanSupplier yes;
    private final Output output;

    /**
     * Asks and tells there.
     *
     * @param yes whether the user agreed to everything beforehand, and need not read the plan
     */
    public IdePlans(ConsoleNarrator narrator, Prompt prompt, BooleanSupplier yes, Output output) {
        this.narrator = narrator;
        this.prompt = prompt;
        this.yes = yes;
        this.output = output;
    }

    /**
     * Tells a program about a pet, makes it forget one, or shows what that would do, as the options say.
     *
     * @param setUp what tells it
     */
    void run(Tool tool, IdeOptions options, PetName pet, Function<PetName, List<Step>> setUp) {
        var steps = options.remove() ? tool.remove(pet) : setUp.apply(pet);
        var done = options.remove() ? "%s knows no pet '%s'".formatted(tool.name(), pet) : tool.use(pet);
        run(tool.name(), options, pet, steps, done);
    }

    /**
     * Does what these steps do, or shows it.
     *
     * @param tool what hearth calls the program
     * @param pet that it is told about; absent where it is told about all
     * @param done what is so then, in a sentence without its period
     */
    void run(String tool, IdeOptions options, @Nullable PetName pet, List<Step> steps, String done) {
        if (options.dryRun()) {
            output.page(options.format(), IdePlanView.of(tool, pet, steps), IdePlanView::lines);
        } else {
            carryOut(tool, pet, steps, done);
        }
    }

    private void carryOut(String tool, @Nullable PetName pet, List<Step> steps, String done) {
        if (Step.ask(steps) && !yes.getAsBoolean()) {
            IdePlanView.of(tool, pet, steps).lines(new Page(Colors.PLAIN, 0)).forEach(narrator::say);
            if (!prompt.confirm("Do that?")) {
                throw new Declined();
            }
        }
        Step.carryOut(steps);
        narrator.confirm(steps.isEmpty() ? "That is so already: " + done : done);
    }
}
