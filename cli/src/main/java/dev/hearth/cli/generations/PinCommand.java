package dev.hearth.cli.generations;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth pin}. */
@Command(
        name = "pin",
        description = "Keep a generation of a pet whatever is pruned.",
        footer = {"", "Examples:", "  hearth pin", "  hearth pin dev @3"})
public final class PinCommand implements Runnable {
    private final Pinning pinning;

    @Mixin
    private GenerationOperand operand;

    public PinCommand(Pinning pinning) {
        this.pinning = pinning;
    }

    @Override
    public void run() {
        pinning.set(operand.words(), true);
    }
}
