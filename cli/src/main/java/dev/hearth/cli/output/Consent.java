package dev.hearth.cli.output;

import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Asks before something is done, and shows what that is.
 *
 * @param yes whether the user agreed to everything beforehand, and need not read the plan
 */
public record Consent(ConsoleNarrator narrator, Prompt prompt, BooleanSupplier yes) {

    /**
     * Asks for it.
     *
     * @throws Declined when the user does not agree
     */
    public void to(List<String> plan, String question) {
        if (yes.getAsBoolean()) {
            return;
        }
        plan.forEach(narrator::say);
        if (!prompt.confirm(question)) {
            throw new Declined();
        }
    }
}
