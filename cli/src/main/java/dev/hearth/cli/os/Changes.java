package dev.hearth.cli.os;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.core.text.Printable;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Change;
import dev.hearth.os.Change.Leftover;
import dev.hearth.os.Outcome;
import dev.hearth.os.auto.AutomaticRun;
import dev.hearth.os.auto.AutomaticRun.Result;
import dev.hearth.os.etc.LostChanges;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Makes changes of the base the way all commands do: plan, question, work, result. */
public final class Changes {
    private final ChosenBase base;
    private final Requester requester;
    private final Processes processes;
    private final ConsoleNarrator narrator;
    private final Prompt prompt;
    private final BooleanSupplier yes;
    private final Output output;

    /**
     * Makes changes of a base.
     *
     * @param yes whether the user agreed to everything beforehand, and need not read the plan
     */
    public Changes(
            ChosenBase base,
            Requester requester,
            Processes processes,
            ConsoleNarrator narrator,
            Prompt prompt,
            BooleanSupplier yes,
            Output output) {
        this.base = base;
        this.requester = requester;
        this.processes = processes;
        this.narrator = narrator;
        this.prompt = prompt;
        this.yes = yes;
        this.output = output;
    }

    /** {@return the base that is changed} */
    ChosenBase base() {
        return base;
    }

    /** Makes a change, or shows what it would take. */
    void make(Change change, ChangeOptions options) {
        if (options.dryRun()) {
            show(change, options, base.os());
        } else {
            carryOut(change, options, base.os());
        }
    }

    /** Makes a change, or shows what it would take, and boots what it made where that is wanted. */
    void make(Change change, ChangeOptions options, BootOptions boot) {
        if (boot.reboot() && !base.isHost()) {
            throw new NotThisHost();
        }
        var os = boot.skipChecks() ? base.os().withoutChecks() : base.os();
        if (options.dryRun()) {
            show(change, options, os);
            return;
        }
        var outcome = carryOut(change, options, os);
        if (outcome.deployment() == null || !base.isHost()) {
            return;
        }
        if (boot.reboot()) {
            reboot();
        } else {
            narrator.confirm("It is applied at the next boot; `systemctl reboot` boots it");
        }
    }

    /** Says why this machine left what an upgrade would take. */
    void tellWhatWasLeft() {
        var update = base.isHost() ? base.os().status().update() : null;
        var commit = update == null ? null : update.commit();
        if (commit != null) {
            base.health()
                    .judge()
                    .rejected(commit.checksum())
                    .ifPresent(left -> narrator.warning(
                            left.name() + " was left at " + left.time() + ": " + Printable.line(left.reason())));
        }
    }

    private void show(Change change, ChangeOptions options, BaseOs os) {
        output.page(options.format(), plan(change, os), PlanView::lines);
    }

    /** Does what is to happen by itself; {@return what came of it} */
    Result carryOut(AutomaticRun run, ChangeOptions options) {
        requester.requireRoot();
        var reason = options.reason();
        return run.carryOut(
                requester.request(reason == null ? "what `hearth os auto` shows" : reason),
                new ConsoleOsNarrator(narrator));
    }

    /** Reboots the machine. */
    void reboot() {
        narrator.say("Rebooting");
        var command = Command.of("systemctl", "reboot");
        processes.run(command).orThrow();
    }

    private Outcome carryOut(Change change, ChangeOptions options, BaseOs os) {
        requester.requireRoot();
        if (matters(change)) {
            ask(change, os);
        }
        var outcome = os.change(change, requester.request(options.reason()), new ConsoleOsNarrator(narrator));
        output.page(options.format(), OutcomeView.of(outcome), OutcomeView::lines);
        return outcome;
    }

    private void ask(Change change, BaseOs os) {
        if (yes.getAsBoolean()) {
            return;
        }
        plan(change, os).lines(new Page(Colors.PLAIN, 0)).forEach(narrator::say);
        if (!prompt.confirm("Change the base?")) {
            throw new Declined();
        }
    }

    private PlanView plan(Change change, BaseOs os) {
        boolean leavesConfiguration = change instanceof Change.Rollback(var etc) && etc == Change.Configuration.OLD;
        return PlanView.of(
                os.plan(change),
                leavesConfiguration ? base.configuration().lostByRollback() : new LostChanges(List.of()));
    }

    /** Whether it changes what boots, or drops something that cannot be had back. */
    private static boolean matters(Change change) {
        return switch (change) {
            case Change.Upgrade upgrade -> !upgrade.downloadOnly();
            case Change.Cleanup(var what) -> what.contains(Leftover.PENDING) || what.contains(Leftover.ROLLBACK);
            case Change.Pin _, Change.Cancel _, Change.Automatic _ -> false;
            case Change.Rollback _,
                    Change.Rebase _,
                    Change.Deploy _,
                    Change.Packages _,
                    Change.Overrides _,
                    Change.ResetOverrides _,
                    Change.Reset _,
                    Change.Undeploy _,
                    Change.KernelArguments _,
                    Change.Unlock _,
                    Change.ApplyLive _ -> true;
        };
    }
}
