package dev.hearth.os.ostree;

import dev.hearth.core.process.Processes;
import dev.hearth.os.Source;
import dev.hearth.os.gpg.Gpgv;
import dev.hearth.os.publish.ChannelName;
import dev.hearth.os.publish.ChannelReader;
import dev.hearth.os.publish.SiteUnreachable;
import dev.hearth.os.rollout.Channel;
import dev.hearth.os.rollout.ChannelStore;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;

/** Asks a remote what it says of a branch beside its commits, where the remote is one that has to sign what it says. */
final class ChannelCheck {
    private final Sysroot sysroot;
    private final Remotes remotes;
    private final Gpgv gpgv;
    private final ChannelStore store;
    private final InstantSource clock;

    ChannelCheck(Sysroot sysroot, Processes processes, ChannelStore store, InstantSource clock) {
        this.sysroot = sysroot;
        this.remotes = new Remotes(sysroot);
        this.gpgv = new Gpgv(processes);
        this.store = store;
        this.clock = clock;
    }

    /**
     * {@return the channel, which is remembered; empty where the remote publishes none and never did, or does not answer,
     * which ostree then tells}
     *
     * @throws dev.hearth.os.publish.ChannelNotTrusted when it is not signed as the remote's commits have to be
     * @throws dev.hearth.os.rollout.ChannelReplayed when it is older than what the remote said before
     * @throws dev.hearth.os.rollout.ChannelExpired when it had to be issued anew by now
     * @throws ChannelGone when the remote said something of it before
     */
    Optional<Channel> read(Source.Branch branch) {
        return reader(branch).flatMap(reader -> read(branch, reader));
    }

    private Optional<ChannelReader> reader(Source.Branch branch) {
        var remote = branch.remote();
        // Other distributions' branches have a path for a name, and are not asked about in vain.
        if (remote == null
                || !ChannelName.is(branch.name())
                || !remotes.demandsSignatures(remote)
                || !gpgv.isInstalled()) {
            return Optional.empty();
        }
        return remotes.address(remote)
                .filter(address -> address.matches("https?://.*"))
                .flatMap(ChannelCheck::uri)
                .map(address -> new ChannelReader(address, remotes.keyRings(remote), gpgv));
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Who keeps the file of a channel that is known from a machine, keeps withdrawals from it. */
    private Optional<Channel> read(Source.Branch branch, ChannelReader reader) {
        var name = ChannelName.parse(branch.name());
        boolean known = store.read(branch.text()).isPresent();
        try {
            var found = reader.read(name);
            if (found.isEmpty() && known) {
                throw new ChannelGone(reader.address(name), store.file(branch.text()));
            }
            found.ifPresent(channel -> accept(branch, channel, reader.address(name)));
            return found;
        } catch (SiteUnreachable e) {
            if (known) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** What has expired is remembered all the same: what it says was withdrawn stays so. */
    private void accept(Source.Branch branch, Channel channel, String place) {
        var now = clock.instant();
        if (Files.isWritable(sysroot.repository())) {
            store.keep(branch.text(), channel, now, place);
        } else {
            store.requireNotReplayed(branch.text(), channel, place);
        }
        channel.requireUnexpired(now, place);
    }
}
