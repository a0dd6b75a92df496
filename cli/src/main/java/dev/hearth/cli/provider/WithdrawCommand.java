package dev.hearth.cli.provider;

import dev.hearth.os.publish.ChannelName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os withdraw}. */
@Command(
        name = "withdraw",
        description = "Take a channel's release back: its machines return to the one before.",
        footer = {
            "",
            "Machines see it once it is published. Those that have the release are told to go back, and why.",
            "",
            "Examples:",
            "  hearth os withdraw stable --reason=\"no sound\" --repo /srv/base --key releases@example.org",
            "  hearth os withdraw testing --reason=\"does not boot\" --repo /srv/base --key 0x5A2B"
        })
public final class WithdrawCommand implements Runnable {
    private final Workplace place;

    @Parameters(paramLabel = "CHANNEL", description = "The channel.")
    private String channel;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "What is wrong with it; the users of its machines read this.")
    private String reason;

    @Mixin
    private RepositoryOption repository;

    @Mixin
    private KeyOptions key;

    public WithdrawCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public void run() {
        var name = ChannelName.parse(channel);
        var provider = place.provider(repository);
        var left = provider.withdraw(name, reason, key.key(place.directory(), place.processes()))
                .release();
        place.narrator()
                .confirm(
                        left == null
                                ? "Withdrawn; there is nothing to go back to in " + name
                                : "Withdrawn; %s has %s again".formatted(name, left.commit()));
    }
}
