package dev.hearth.cli.generations;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth unpin}. */
@Command(
        name = "unpin",
        description = "Let a generation of a pet be pruned again.",
        footer = {"", "Examples:", "  hearth unpin", "  hearth unpin dev @3"})
public final class UnpinCommand implements Runnable {
    private final Pinning pinning;

    @Mixin
    private GenerationOperand operand;

    public UnpinCommand(Pinning pinning) {
        this.pinning = pinning;
    }

    @Override
    public void run() {
        pinning.set(operand.words(), false);
    }
}
