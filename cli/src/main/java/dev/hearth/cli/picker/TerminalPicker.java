package dev.hearth.cli.picker;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.output.Times;
import dev.hearth.cli.pets.PetPicker;
import dev.hearth.cli.screen.Key;
import dev.hearth.cli.screen.Screen;
import dev.hearth.core.host.Environment;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Has the user choose a pet at the terminal: on all of it, or where it cannot be drawn on, by its number. */
public final class TerminalPicker implements PetPicker {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final ConsolePrompt prompt;
    private final BooleanSupplier yes;
    private final Environment environment;
    private final Supplier<Colors> colors;
    private final Clock clock;

    /**
     * Has somebody choose.
     *
     * @param yes whether the user wants no questions
     */
    public TerminalPicker(
            ConsolePrompt prompt, BooleanSupplier yes, Environment environment, Supplier<Colors> colors, Clock clock) {
        this.prompt = prompt;
        this.yes = yes;
        this.environment = environment;
        this.colors = colors;
        this.clock = clock;
    }

    @Override
    public Optional<PetName> pick(List<Pet> pets) {
        if (!prompt.canAsk() || yes.getAsBoolean()) {
            return Optional.empty();
        }
        var choices = pets.stream().map(Choice::of).toList();
        var picked = Colors.isCapable(environment) ? onScreen(choices) : new NumberedQuestion(prompt).ask(choices);
        return Optional.of(new PetName(picked.orElseThrow(NothingPicked::new).name()));
    }

    private Optional<Choice> onScreen(List<Choice> choices) {
        var state = PickerState.of(choices);
        var times = new Times(clock, true);
        try (var screen = Screen.open(environment)) {
            while (true) {
                var view = new PickerView(colors.get(), times, screen.columns(), screen.rows());
                screen.draw(view.lines(state));
                var key = screen.read(PATIENCE).orElse(Key.of(Key.Kind.OTHER));
                switch (key.kind()) {
                    case ESCAPE, INTERRUPT -> {
                        return Optional.empty();
                    }
                    case ENTER -> {
                        if (state.pointed().isPresent()) {
                            return state.pointed();
                        }
                    }
                    default -> state = state.after(key, view.page());
                }
            }
        }
    }
}
