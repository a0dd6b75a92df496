package dev.hearth.cli.picker;

import dev.hearth.cli.output.ConsolePrompt;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks for a pet by its number, on a terminal that cannot be drawn on. */
record NumberedQuestion(ConsolePrompt prompt) {

    /** {@return the one whose number or name is answered; empty for no answer} */
    Optional<Choice> ask(List<Choice> choices) {
        for (int i = 0; i < choices.size(); i++) {
            prompt.say("%3d  %s  %s"
                    .formatted(i + 1, choices.get(i).name(), choices.get(i).image()));
        }
        while (true) {
            var answer = prompt.answer("Which pet? [1-" + choices.size() + "] ")
                    .orElse("")
                    .strip();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            var chosen = IntStream.range(0, choices.size())
                    .filter(i -> answer.equals(Integer.toString(i + 1))
                            || answer.equals(choices.get(i).name()))
                    .mapToObj(choices::get)
                    .findFirst();
            if (chosen.isPresent()) {
                return chosen;
            }
        }
    }
}
