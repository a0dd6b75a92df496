package dev.hearth.cli.os;

import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.auto.AutomaticRun;
import dev.hearth.os.auto.AutomaticRun.Result;
import dev.hearth.os.auto.Phasing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            "check looks for updates; stage makes them ready for the next boot; apply reboots, too. none takes the",
            "timer away again. rpm-ostree's and bootc's own timers are set where those keep the base.",
            "",
            "An update may be published to be taken over some time: each machine then has its turn, in each update",
            "another. `hearth os upgrade` takes it at once. `hearth os release` publishes so; with ostree alone, the",
            "seconds are noted from 1970 to the start, and from the first machine to the last:",
            "  ostree commit --add-metadata-string=hearth.rollout.start=1796205600",
            "    --add-metadata-string=hearth.rollout.duration=172800 ...",
            "",
            "Examples:",
            "  hearth os auto",
            "  hearth os auto stage"
        })
public final class AutoCommand implements Runnable {
    private final Changes changes;
    private final Phasing phasing;
    private final Output output;

    @Parameters(
            paramLabel = "POLICY",
            arity = "0..1",
            description =
                    "none, check, stage, apply; status to show it, as without a word; or run to act on it now, as "
                            + "the timer does.")
    private Policy policy = Policy.STATUS;

    @Mixin
    private ChangeOptions options;

    /** What is asked for. */
    enum Policy {
        STATUS,
        NONE,
        CHECK,
        STAGE,
        APPLY,
        RUN
    }

    /**
     * What is printed.
     *
     * @param policy none, check, stage or apply
     * @param driver a program that updates are left to
     * @param update what is known to be available, without asking anew
     * @param turn when this machine takes it by itself; null when it may at once
     */
    record View(
            String policy,
            @Nullable String driver,
            @Nullable UpdateView update,
            @Nullable Instant turn) {

        List<String> lines(Page page) {
            var lines = new ArrayList<>(List.of(policy));
            if (driver != null) {
                lines.add("Updates are left to " + Printable.line(driver));
            }
            if (update != null) {
                lines.add(update.sentence());
            }
            if (turn != null) {
                lines.add("This machine's turn comes at " + turn);
            }
            return lines;
        }
    }

    public AutoCommand(Changes changes, Phasing phasing, Output output) {
        this.changes = changes;
        this.phasing = phasing;
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
            case RUN -> act();
        }
    }

    private void show() {
        var status = changes.base().os().status();
        var driver = status.driver();
        var update = Optional.ofNullable(status.update());
        var view = new View(
                Words.of(status.automatic()),
                driver == null ? null : driver.name(),
                update.map(UpdateView::of).orElse(null),
                update.flatMap(phasing::turn).orElse(null));
        output.page(options.format(), view, View::lines);
    }

    private void set(AutomaticUpdates wanted) {
        changes.make(new Change.Automatic(wanted), options);
    }

    private void act() {
        if (options.dryRun()) {
            show();
            return;
        }
        var result = changes.carryOut(new AutomaticRun(changes.base().os(), phasing), options);
        output.page(options.format(), AutoRunView.of(result), AutoRunView::lines);
        if (result instanceof Result.Upgraded upgraded && upgraded.reboot()) {
            changes.reboot();
        }
    }
}
