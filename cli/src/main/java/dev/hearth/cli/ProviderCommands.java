package dev.hearth.cli;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.provider.ComposeCommand;
import dev.hearth.cli.provider.DeltaCommand;
import dev.hearth.cli.provider.GateCommand;
import dev.hearth.cli.provider.PublishCommand;
import dev.hearth.cli.provider.ReleaseCommand;
import dev.hearth.cli.provider.RolloutCommand;
import dev.hearth.cli.provider.ServeCommand;
import dev.hearth.cli.provider.SignCommand;
import dev.hearth.cli.provider.WithdrawCommand;
import dev.hearth.cli.provider.Workplace;

/** The commands of {@code hearth os} for those who make a base for others. */
final class ProviderCommands {
    private ProviderCommands() {}

    /** Adds them to a group. */
    static Commands addTo(Commands commands, World world, Ports ports, ConsoleNarrator narrator, Output output) {
        var place = new Workplace(
                world.workingDirectory(),
                world.root(),
                world.paths().cache(),
                world.account(),
                world.clock(),
                "process " + world.process(),
                ports.processes(),
                narrator,
                output);
        return commands.with("compose", () -> new ComposeCommand(place))
                .with("sign", () -> new SignCommand(place))
                .with("delta", () -> new DeltaCommand(place))
                .with("gate", () -> new GateCommand(place))
                .with("release", () -> new ReleaseCommand(place))
                .with("withdraw", () -> new WithdrawCommand(place))
                .with("publish", () -> new PublishCommand(place))
                .with("serve", () -> new ServeCommand(place))
                .with("rollout", () -> new RolloutCommand(place));
    }
}
