package dev.hearth.cli.host;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.prompt.CannotAsk;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.engine.EngineKind;
import dev.hearth.setup.Setup;
import dev.hearth.setup.SetupPlan;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has an engine prepared once the user agrees. */
public final class Preparation {
    private final Supplier<Setup> setup;
    private final ConsoleNarrator narrator;
    private final Prompt prompt;

    public Preparation(Supplier<Setup> setup, ConsoleNarrator narrator, Prompt prompt) {
        this.setup = setup;
        this.narrator = narrator;
        this.prompt = prompt;
    }

    /** {@return the engine that a word asks for; none when there is no word} */
    public static @Nullable EngineKind kind(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return EngineKind.named(word).orElseThrow(() -> new UnknownEngine(word));
    }

    /**
     * Offers to prepare an engine where a command needs one.
     *
     * @param missing what the command failed with, and fails with still when there is nothing to be prepared or nobody
     *     to ask
     */
    public void offer(@Nullable EngineKind engine, Failure missing) {
        var plan = setup.get().plan(engine, null);
        if (plan.steps().isEmpty()) {
            throw missing;
        }
        narrator.say(missing.message());
        try {
            carryOut(plan);
        } catch (CannotAsk e) {
            throw missing;
        }
    }

    /**
     * Explains a plan, asks, and carries it out.
     *
     * @throws dev.hearth.setup.RootNeeded when only root can
     */
    void carryOut(SetupPlan plan) {
        plan.reasons().forEach(narrator::say);
        if (plan.rootCommand() == null) {
            plan.steps().forEach(step -> narrator.say("  " + step.sentence()));
            if (!prompt.confirm("Prepare " + plan.engine().title() + " now?")) {
                throw new Declined();
            }
        }
        setup.get().carryOut(plan);
    }
}
