package dev.hearth.os.ostree;

import dev.hearth.core.process.Processes;
import dev.hearth.os.gpg.Gpgv;
import dev.hearth.os.publish.ChannelName;
import dev.hearth.os.publish.ChannelReader;
import dev.hearth.os.publish.SiteUnreachable;
import dev.hearth.os.rollout.Channel;
import java.net.URI;
import java.util.Optional;

/** Asks a remote what it says of a branch beside its commits, where the remote is one that has to sign what it says. */
final class ChannelCheck {
    private final Remotes remotes;
    private final Gpgv gpgv;

    ChannelCheck(Sysroot sysroot, Processes processes) {
        remotes = new Remotes(sysroot);
        gpgv = new Gpgv(processes);
    }

    /**
     * {@return the channel; empty where the remote publishes none, or does not answer, which ostree then tells}
     *
     * @throws dev.hearth.os.publish.ChannelNotTrusted when it is not signed as the remote's commits have to be
     */
    Optional<Channel> read(String remote, String branch) {
        // Other distributions' branches have a path for a name, and are not asked about in vain.
        if (!ChannelName.is(branch) || !remotes.demandsSignatures(remote) || !gpgv.isInstalled()) {
            return Optional.empty();
        }
        return remotes.address(remote)
                .filter(address -> address.matches("https?://.*"))
                .flatMap(address -> {
                    try {
                        return new ChannelReader(URI.create(address), remotes.keyRings(remote), gpgv)
                                .read(ChannelName.parse(branch));
                    } catch (SiteUnreachable | IllegalArgumentException _) {
                        return Optional.empty();
                    }
                });
    }
}
