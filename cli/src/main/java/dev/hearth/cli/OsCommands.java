package dev.hearth.cli;

import dev.hearth.cli.description.DescribedCommands;
import dev.hearth.cli.os.AdviseCommand;
import dev.hearth.cli.os.ApplyLiveCommand;
import dev.hearth.cli.os.AutoCommand;
import dev.hearth.cli.os.CancelCommand;
import dev.hearth.cli.os.Changes;
import dev.hearth.cli.os.CheckCommand;
import dev.hearth.cli.os.CleanupCommand;
import dev.hearth.cli.os.ConfigDiffCommand;
import dev.hearth.cli.os.ConfigMergeCommand;
import dev.hearth.cli.os.DeployCommand;
import dev.hearth.cli.os.DiffCommand;
import dev.hearth.cli.os.FinishCommand;
import dev.hearth.cli.os.HealthActions;
import dev.hearth.cli.os.HealthAddCommand;
import dev.hearth.cli.os.HealthCommand;
import dev.hearth.cli.os.HealthDisableCommand;
import dev.hearth.cli.os.HealthEnableCommand;
import dev.hearth.cli.os.HealthForgetCommand;
import dev.hearth.cli.os.HealthRunCommand;
import dev.hearth.cli.os.HistoryCommand;
import dev.hearth.cli.os.InstallCommand;
import dev.hearth.cli.os.KernelArgumentsCommand;
import dev.hearth.cli.os.OsCommand;
import dev.hearth.cli.os.OverrideCommand;
import dev.hearth.cli.os.OverrideRemoveCommand;
import dev.hearth.cli.os.OverrideReplaceCommand;
import dev.hearth.cli.os.OverrideResetCommand;
import dev.hearth.cli.os.PinCommand;
import dev.hearth.cli.os.RebaseCommand;
import dev.hearth.cli.os.Requester;
import dev.hearth.cli.os.ResetCommand;
import dev.hearth.cli.os.RollbackCommand;
import dev.hearth.cli.os.SearchCommand;
import dev.hearth.cli.os.StatusCommand;
import dev.hearth.cli.os.TryCommand;
import dev.hearth.cli.os.UndeployCommand;
import dev.hearth.cli.os.UninstallCommand;
import dev.hearth.cli.os.UnlockCommand;
import dev.hearth.cli.os.UnpinCommand;
import dev.hearth.cli.os.UpgradeCommand;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.output.Output;
import dev.hearth.os.auto.Phasing;
import dev.hearth.os.auto.Restraint;
import java.util.List;
import picocli.CommandLine;

/** The commands of {@code hearth os}. */
final class OsCommands {
    private OsCommands() {}

    /** {@return the group with those of its commands that the words can mean} */
    static CommandLine of(
            World world,
            Root root,
            Ports ports,
            ConsoleNarrator narrator,
            ConsolePrompt prompt,
            Output output,
            List<String> words) {
        var group = new OsCommand();
        var base = new OsWiring(world, group::sysroot, ports);
        var requester = new Requester(world.account(), world.environment(), CommandLineTitle.of(words));
        var changes = new Changes(base, requester, ports.processes(), narrator, prompt, root::yes, output);
        var commands = new Commands()
                .with("status", () -> new StatusCommand(base, output))
                .with("upgrade", () -> new UpgradeCommand(changes, output))
                .with("rollback", () -> new RollbackCommand(changes))
                .with("rebase", () -> new RebaseCommand(changes))
                .with("deploy", () -> new DeployCommand(changes))
                .with("install", () -> new InstallCommand(changes))
                .with("uninstall", () -> new UninstallCommand(changes), "remove")
                .with("override", () -> overrides(changes))
                .with("reset", () -> new ResetCommand(changes))
                .with("pin", () -> new PinCommand(changes))
                .with("unpin", () -> new UnpinCommand(changes))
                .with("undeploy", () -> new UndeployCommand(changes))
                .with("cleanup", () -> new CleanupCommand(changes))
                .with("kargs", () -> new KernelArgumentsCommand(changes, output))
                .with("diff", () -> new DiffCommand(base, output))
                .with("history", () -> new HistoryCommand(base, output))
                .with("config-diff", () -> new ConfigDiffCommand(base, output))
                .with(
                        "config-merge",
                        () -> new ConfigMergeCommand(base, requester, base::editor, prompt, narrator, output))
                .with("search", () -> new SearchCommand(base, output))
                .with("auto", () -> auto(world, base, changes, ports, output))
                .with("health", () -> health(base, changes, requester, narrator, output))
                .with("try", () -> new TryCommand(base, requester, narrator, output))
                .with("check", () -> new CheckCommand(base, output))
                .with("advise", () -> new AdviseCommand(base, output))
                .with("apply-live", () -> new ApplyLiveCommand(changes))
                .with("finish", () -> new FinishCommand(base, requester, narrator))
                .with("unlock", () -> new UnlockCommand(changes))
                .with("cancel", () -> new CancelCommand(changes));
        return ProviderCommands.addTo(commands, world, ports, narrator, output).group(group, words);
    }

    private static AutoCommand auto(World world, OsWiring base, Changes changes, Ports ports, Output output) {
        return new AutoCommand(
                changes,
                new Phasing(world.root(), world.clock()),
                new Restraint(
                        world.root(), ports.processes(), () -> base.health().judge(), world.clock()),
                output);
    }

    private static CommandLine health(
            OsWiring base, Changes changes, Requester requester, ConsoleNarrator narrator, Output output) {
        var actions = new HealthActions(base, requester, narrator, output);
        return DescribedCommands.parser(
                new HealthCommand(base, output),
                new HealthEnableCommand(actions),
                new HealthDisableCommand(actions),
                new HealthRunCommand(base, changes, requester, narrator, output),
                new HealthAddCommand(actions),
                new HealthForgetCommand(actions));
    }

    private static CommandLine overrides(Changes changes) {
        return DescribedCommands.parser(
                new OverrideCommand(),
                new OverrideRemoveCommand(changes),
                new OverrideReplaceCommand(changes),
                new OverrideResetCommand(changes));
    }
}
