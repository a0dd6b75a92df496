package dev.hearth.cli.provider;

import dev.hearth.os.publish.ChannelName;
import dev.hearth.os.rollout.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os release}. */
@Command(
        name = "release",
        description = "Make a commit that passed its gate what a channel's machines are to have.",
        footer = {
            "",
            "What is not signed, did not go through `hearth os gate`, or failed there is refused. Machines",
            "see it once it is published. `hearth os rollout` shows what a longer time spares when a release",
            "is bad.",
            "",
            "Examples:",
            "  hearth os release example/12/base testing --repo /srv/base --key releases@example.org",
            "  hearth os release example/12/base stable --over 2d --repo /srv/base --key releases@example.org"
        })
public final class ReleaseCommand implements Runnable {
    private final Workplace place;

    @Parameters(
            index = "0",
            paramLabel = "REF",
            description = "The branch whose newest commit is meant, or a checksum.")
    private String ref;

    @Parameters(index = "1", paramLabel = "CHANNEL", description = "The channel; it is made where there is none.")
    private String channel;

    @Option(
            names = "--over",
            paramLabel = "TIME",
            defaultValue = "2d",
            description = "The time over which machines take it by themselves, such as 12h, or 0; 2d by default.")
    private String over;

    @Mixin
    private RepositoryOption repository;

    @Mixin
    private KeyOptions key;

    public ReleaseCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public void run() {
        var window = Span.parse(over);
        var name = ChannelName.parse(channel);
        var provider = place.provider(repository);
        provider.release(ref, name, window, key.key(place.directory(), place.processes()));
        place.narrator().confirm("Released to %s; `hearth os publish` shows it to machines".formatted(name));
    }
}
