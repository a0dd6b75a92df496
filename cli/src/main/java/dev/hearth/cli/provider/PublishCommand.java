package dev.hearth.cli.provider;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Table;
import dev.hearth.os.publish.Site;
import dev.hearth.os.repository.Repository;
import dev.hearth.os.rollout.Channel;
import dev.hearth.os.rollout.Lifetime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os publish}. */
@Command(
        name = "publish",
        description = "Bring a directory for a web server to what is released, and list the channels.",
        footer = {
            "",
            "It is an ostree repository whose branches are the channels, with a signed summary, deltas, and the",
            "channels' files below hearth/channels. Nothing comes into it that was not released.",
            "",
            "With --valid, machines refuse after that time what was not published anew: a mirror that is left",
            "behind, or shows an old state on purpose, cannot keep a withdrawal from them for longer.",
            "",
            "Examples:",
            "  hearth os publish /srv/www/base --repo /srv/base --key releases@example.org",
            "  hearth os publish /srv/www/base --valid 14d --repo /srv/base --key releases@example.org",
            "  hearth os publish site --repo base --key 0x5A2B --format=json"
        })
public final class PublishCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("CHANNEL", Row::name),
            Column.of("VERSION", Row::version),
            Column.time("RELEASED", Row::released),
            Column.time("COMPLETE", Row::complete),
            Column.time("EXPIRES", Row::expires),
            Column.of("WITHDRAWN", row -> row.withdrawn() == 0 ? null : Integer.toString(row.withdrawn())),
            Column.of("COMMIT", Row::commit)));

    private final Workplace place;

    @Parameters(paramLabel = "SITE", description = "The directory; it is made where there is none.")
    private Path site;

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            description = "The time for which machines believe it, such as 14d, or always; by default as the last time,"
                    + " and always at first.")
    private @Nullable String valid;

    @Mixin
    private RepositoryOption repository;

    @Mixin
    private KeyOptions key;

    @Mixin
    private FormatOption format;

    /**
     * A channel that was published.
     *
     * @param name of the channel, and of the branch
     * @param commit that its machines are to have; null when there is none
     * @param version what that is called
     * @param released when it was released
     * @param complete when the last machines take it by themselves
     * @param withdrawn how many releases were taken back from it
     * @param issued since when the provider says this
     * @param expires until when machines believe it; null for ever
     */
    record Row(
            String name,
            @Nullable String commit,
            @Nullable String version,
            @Nullable Instant released,
            @Nullable Instant complete,
            int withdrawn,
            @Nullable Instant issued,
            @Nullable Instant expires) {
        static Row of(Channel channel) {
            var release = channel.release();
            var validity = channel.validity();
            return new Row(
                    channel.name(),
                    release == null ? null : release.commit(),
                    release == null ? null : release.version(),
                    release == null ? null : release.time(),
                    release == null ? null : release.window().end(),
                    channel.withdrawn().size(),
                    validity == null ? null : validity.issued(),
                    validity == null ? null : validity.expires());
        }
    }

    public PublishCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public void run() {
        var lifetime = valid == null ? new Lifetime.AsBefore() : Lifetime.parse(valid);
        var provider = place.provider(repository);
        var published = new Site(new Repository(place.resolve(site), place.processes()))
                .publish(provider, key.key(place.directory(), place.processes()), lifetime);
        place.output()
                .list(
                        format.format(),
                        "channels",
                        published.stream().map(Row::of).toList(),
                        TABLE);
    }
}
