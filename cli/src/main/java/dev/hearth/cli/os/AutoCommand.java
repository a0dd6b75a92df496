package dev.hearth.cli.os;

import dev.hearth.cli.output.Output;
import dev.hearth.core.text.Printable;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os auto}. */
@Command(
        name = "auto",
        description = "Show or choose what happens to the base by itself.",
        footer = {
            "",
            "check looks for updates; stage makes them ready for the next boot; apply reboots, too.",
            "",
            "Examples:",
            "  hearth os auto",
            "  hearth os auto stage"
        })
public final class AutoCommand implements Runnable {
    private final Changes changes;
    private final Output output;

    @Parameters(
            paramLabel = "POLICY",
            arity = "0..1",
            description = "none, check, stage, apply, or status to show it, as without a word.")
    private Policy policy = Policy.STATUS;

    @Mixin
    private ChangeOptions options;

    /** What is asked for. */
    enum Policy {
        STATUS,
        NONE,
        CHECK,
        STAGE,
        APPLY
    }

    /**
     * What is printed.
     *
     * @param policy none, check, stage or apply
     * @param driver a program that updates are left to
     */
    record View(String policy, @Nullable String driver) {}

    public AutoCommand(Changes changes, Output output) {
        this.changes = changes;
        this.output = output;
    }

    @Override
    public void run() {
        switch (policy) {
            case STATUS -> show();
            case NONE -> set(AutomaticUpdates.NONE);
            case CHECK -> set(AutomaticUpdates.CHECK);
            case STAGE -> set(AutomaticUpdates.STAGE);
            case APPLY -> set(AutomaticUpdates.APPLY);
        }
    }

    private void show() {
        var status = changes.base().os().status();
        var driver = status.driver();
        var view = new View(Words.of(status.automatic()), driver == null ? null : driver.name());
        output.page(options.format(), view, (shown, _) -> lines(shown));
    }

    private static List<String> lines(View view) {
        var driver = view.driver();
        return driver == null
                ? List.of(view.policy())
                : List.of(view.policy(), "Updates are left to " + Printable.line(driver));
    }

    private void set(AutomaticUpdates wanted) {
        changes.make(new Change.Automatic(wanted), options);
    }
}
