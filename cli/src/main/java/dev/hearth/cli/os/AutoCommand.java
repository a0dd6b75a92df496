package dev.hearth.cli.os;

import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.MaintenanceWindow;
import dev.hearth.os.UpdateConditions;
import dev.hearth.os.auto.AutomaticRun;
import dev.hearth.os.auto.AutomaticRun.Result;
import dev.hearth.os.auto.Phasing;
import dev.hearth.os.auto.Restraint;
import dev.hearth.os.ostree.OstreeEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
            "Updates are not made ready on a metered network or on battery unless that is allowed, nor outside of the",
            "window; `hearth os auto` says what keeps them. A window that ends before it begins ends the next day.",
            "",
            "An update may be published to be taken over some time: each machine then has its turn, in each update",
            "another. `hearth os upgrade` takes it at once. `hearth os release` publishes so; with ostree alone, the",
            "seconds are noted from 1970 to the start, and from the first machine to the last:",
            "  ostree commit --add-metadata-string=hearth.rollout.start=1796205600",
            "    --add-metadata-string=hearth.rollout.duration=172800 ...",
            "",
            "Examples:",
            "  hearth os auto",
            "  hearth os auto stage",
            "  hearth os auto apply --window='sat,sun 02:00-05:00' --on-battery=no"
        })
public final class AutoCommand implements Runnable {
    private static final UpdateConditions ANY = new UpdateConditions(true, true, null);

    private final Changes changes;
    private final Phasing phasing;
    private final Restraint restraint;
    private final Output output;

    @Parameters(
            paramLabel = "POLICY",
            arity = "0..1",
            description =
                    "none, check, stage, apply; status to show it, as without a word; or run to act on it now, as "
                            + "the timer does.")
    private Policy policy = Policy.STATUS;

    @Option(
            names = "--on-metered",
            paramLabel = "YES",
            description = "Take updates also on a metered network: yes or no.")
    private @Nullable Allowed onMetered;

    @Option(
            names = "--on-battery",
            paramLabel = "YES",
            description = "Take updates also while the machine runs on its battery: yes or no.")
    private @Nullable Allowed onBattery;

    @Option(
            names = "--window",
            paramLabel = "WINDOW",
            description =
                    "Take updates only in these hours by the local clock, such as 'sat,sun 02:00-05:00'; or always.")
    private @Nullable String window;

    @Mixin
    private ChangeOptions options;

    /** Whether something is allowed. */
    enum Allowed {
        YES,
        NO
    }

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
     * @param onMetered whether updates are taken on a metered network
     * @param onBattery whether they are taken while the machine runs on its battery
     * @param window the hours in which they are taken; null for any
     * @param held why none would be taken now
     */
    record View(
            String policy,
            @Nullable String driver,
            @Nullable UpdateView update,
            @Nullable Instant turn,
            boolean onMetered,
            boolean onBattery,
            @Nullable String window,
            List<String> held) {

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
            if (!policy.equals("none")) {
                lines.add("On a metered network: " + (onMetered ? "yes" : "no"));
                lines.add("On battery: " + (onBattery ? "yes" : "no"));
                lines.add("Window: " + (window == null ? "always" : window));
                held.forEach(reason -> lines.add("Not now: " + Printable.line(reason)));
            }
            return lines;
        }
    }

    public AutoCommand(Changes changes, Phasing phasing, Restraint restraint, Output output) {
        this.changes = changes;
        this.phasing = phasing;
        this.restraint = restraint;
        this.output = output;
    }

    @Override
    public void run() {
        switch (policy) {
            case STATUS -> {
                if (conditions() == null) {
                    show();
                } else {
                    set(changes.base().os().status().automatic());
                }
            }
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
        // Another engine's timer knows of no conditions.
        boolean isOwn = status.engine().equals(OstreeEngine.NAME) && status.automatic() != AutomaticUpdates.NONE;
        var conditions = isOwn ? restraint.conditions() : ANY;
        var shown = conditions.window();
        var view = new View(
                Words.of(status.automatic()),
                driver == null ? null : driver.name(),
                update.map(UpdateView::of).orElse(null),
                update.flatMap(phasing::turn).orElse(null),
                conditions.onMetered(),
                conditions.onBattery(),
                shown == null ? null : shown.toString(),
                isOwn ? restraint.reasons(status, status.update()) : List.of());
        output.page(options.format(), view, View::lines);
    }

    private void set(AutomaticUpdates wanted) {
        var conditions = conditions();
        if (conditions != null && wanted == AutomaticUpdates.NONE) {
            throw new NothingByItself();
        }
        changes.make(new Change.Automatic(wanted, conditions), options);
    }

    /** {@return what is asked for, with all else as it is; absent when nothing is} */
    private @Nullable UpdateConditions conditions() {
        if (onMetered == null && onBattery == null && window == null) {
            return null;
        }
        var now = restraint.conditions();
        return new UpdateConditions(
                onMetered == null ? now.onMetered() : onMetered == Allowed.YES,
                onBattery == null ? now.onBattery() : onBattery == Allowed.YES,
                window == null ? now.window() : window(window));
    }

    private static @Nullable MaintenanceWindow window(String text) {
        return text.equals("always") ? null : MaintenanceWindow.parse(text).orElseThrow(() -> new InvalidWindow(text));
    }

    private void act() {
        if (options.dryRun()) {
            show();
            return;
        }
        var result = changes.carryOut(new AutomaticRun(changes.base().os(), phasing, restraint), options);
        output.page(options.format(), AutoRunView.of(result), AutoRunView::lines);
        if (result instanceof Result.Upgraded upgraded && upgraded.reboot()) {
            changes.reboot();
        }
    }
}
