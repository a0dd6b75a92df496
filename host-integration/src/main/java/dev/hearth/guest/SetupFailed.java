package dev.hearth.guest;

import dev.hearth.core.failure.Failure;
import java.util.List;

/** The set-up inside a pet came to a step that failed and that the pet cannot do without. */
public final class SetupFailed extends Failure.ToolFailed {
    private final List<String> output;

    SetupFailed(String pet, String step, List<String> output, int status) {
        super(sentence(pet, step, output, status), "The lines above are what the step itself said.");
        this.output = List.copyOf(output);
    }

    /** {@return the last lines that the step itself printed} */
    public List<String> output() {
        return output;
    }

    private static String sentence(String pet, String step, List<String> output, int status) {
        var said = output.stream().filter(line -> !line.isBlank()).toList();
        return "Setting up '%s' failed at the step \"%s\": %s"
                .formatted(pet, step, said.isEmpty() ? "it ended with status " + status : said.getLast());
    }
}
