package dev.hearth.cli.host;

import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.setup.Setup;
import dev.hearth.setup.SetupPlan;
import dev.hearth.setup.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hearth setup}. */
@Command(
        name = "setup",
        description = "Prepare a container engine on this host, or take that back.",
        footer = {
            "",
            "It chooses the engine that can work here, says why, and lists each change, so that --undo can",
            "take it back. What only root can do, it names in one command.",
            "",
            "Examples:",
            "  hearth setup --dry-run",
            "  hearth setup --engine=podman --for=ada",
            "  hearth setup --command-not-found",
            "  hearth setup --undo"
        })
public final class SetupCommand implements Runnable {
    private final Supplier<Setup> setup;
    private final Supplier<@Nullable String> engine;
    private final Preparation preparation;
    private final Path library;
    private final Consent consent;
    private final Prompt prompt;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Option(names = "--for", paramLabel = "USER", description = "Prepare it for another user.")
    private @Nullable String user;

    @Option(
            names = "--command-not-found",
            description = "Have your shells look in pets for commands that they do not find; nothing else is done.")
    private boolean commandNotFound;

    @Option(names = "--undo", description = "Take back what set-up changed.")
    private boolean undo;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    /**
     * Prepares the engine that a word, where there is one, asks for.
     *
     * @param library where hearth has its scripts
     */
    public SetupCommand(
            Supplier<Setup> setup,
            Supplier<@Nullable String> engine,
            Preparation preparation,
            Path library,
            Consent consent,
            Prompt prompt,
            ConsoleNarrator narrator,
            Output output) {
        this.setup = setup;
        this.engine = engine;
        this.preparation = preparation;
        this.library = library;
        this.consent = consent;
        this.prompt = prompt;
        this.narrator = narrator;
        this.output = output;
    }

    @Override
    public void run() {
        if (undo) {
            takeBack();
            return;
        }
        if (commandNotFound) {
            hookShells();
            return;
        }
        var plan = setup.get().plan(Preparation.kind(engine.get()), user);
        if (dryRun) {
            output.lines(lines(plan));
        } else if (plan.steps().isEmpty()) {
            narrator.confirm(plan.engine().title() + " is ready; there is nothing to do");
        } else {
            preparation.carryOut(plan);
            narrator.confirm(plan.engine().title() + " is ready");
        }
    }

    private void hookShells() {
        var steps = setup.get().shellHooks(library);
        if (dryRun) {
            output.lines(steps.stream().map(step -> "- " + step.sentence()).toList());
        } else if (steps.isEmpty()) {
            narrator.confirm("Your shells look in pets already");
        } else {
            consent.to(
                    steps.stream().map(step -> "  " + step.sentence()).toList(),
                    "Change your shells' files like this?");
            steps.forEach(setup.get()::carryOut);
            narrator.confirm("Shells that start from now on look in pets, too; `hearth setup --undo` takes that back");
        }
    }

    private void takeBack() {
        var changes = setup.get().changes();
        setup.get()
                .rootUndo()
                .ifPresent(command -> narrator.say("What root changed, root takes back: `" + command + "`"));
        if (dryRun) {
            output.lines(changes.stream().map(Step::undoSentence).toList());
        } else if (!changes.isEmpty()) {
            if (!prompt.confirm("Take back %d changes?".formatted(changes.size()))) {
                throw new Declined();
            }
            setup.get().undo();
        }
    }

    private static List<String> lines(SetupPlan plan) {
        var lines = new ArrayList<>(plan.reasons());
        plan.steps().forEach(step -> lines.add("- " + step.sentence()));
        var command = plan.rootCommand();
        if (command != null) {
            lines.add("As root: " + command);
        }
        return lines;
    }
}
