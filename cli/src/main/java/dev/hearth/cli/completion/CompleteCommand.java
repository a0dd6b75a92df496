package dev.hearth.cli.completion;

import dev.hearth.cli.output.Output;
import dev.hearth.core.failure.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth complete}: the names that completion scripts offer. */
@Command(name = "complete", hidden = true, description = "Print names for completion scripts.")
public final class CompleteCommand implements Runnable {
    private final Names names;
    private final Output output;

    @Parameters(paramLabel = "WHAT", description = "pets, images, distros, exports, deployments or requests.")
    private String what;

    public CompleteCommand(Names names, Output output) {
        this.names = names;
        this.output = output;
    }

    @Override
    public void run() {
        try {
            output.lines(names.of(what));
        } catch (Failure e) {
            // Somebody presses the tab key: nothing to offer is all there is to say.
        }
    }
}
