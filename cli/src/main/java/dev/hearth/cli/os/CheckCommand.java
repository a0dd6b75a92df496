package dev.hearth.cli.os;

import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth os check}. */
@Command(
        name = "check",
        description = "Show what waits, or is wrong, with the base.",
        footer = {
            "",
            "The exit status is 0 when all is well, 11 when something waits (a reboot, a decision), and 12 when",
            "something is wrong.",
            "",
            "Examples:",
            "  hearth os check",
            "  hearth os check --format=json"
        })
public final class CheckCommand implements Callable<Integer> {
    private final ChosenBase base;
    private final Output output;

    @Mixin
    private FormatOption format;

    public CheckCommand(ChosenBase base, Output output) {
        this.base = base;
        this.output = output;
    }

    @Override
    public Integer call() {
        var view = CheckView.of(base.checkup().run());
        output.page(format.format(), view, CheckView::lines);
        return switch (view.verdict()) {
            case CheckView.WRONG -> ExitStatus.WRONG;
            case CheckView.WAITS -> ExitStatus.WAITS;
            default -> ExitStatus.OK;
        };
    }
}
