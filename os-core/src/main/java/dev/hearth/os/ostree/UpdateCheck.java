package dev.hearth.os.ostree;

import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEngine;
import dev.hearth.os.Source;
import dev.hearth.os.Update;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.rollout.Channel;
import dev.hearth.os.rollout.ChannelStore;
import dev.hearth.os.rollout.KnownChannel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whether the branch that a deployment follows has something newer. */
final class UpdateCheck {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final CommitSignatures signatures;
    private final CommitPackages packages;
    private final ChannelCheck channels;
    private final ChannelStore store;

    UpdateCheck(
            Sysroot sysroot,
            Ostree ostree,
            CommitSignatures signatures,
            CommitPackages packages,
            ChannelCheck channels,
            ChannelStore store) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.signatures = signatures;
        this.packages = packages;
        this.channels = channels;
        this.store = store;
    }

    /**
     * Asks the remote; a branch of the local repository is known already.
     *
     * @param preview also fetch the new version's package database, and compare
     */
    Update ask(Deployment deployment, boolean preview) {
        if (!(deployment.source() instanceof Source.Branch branch)) {
            return Update.none(deployment.source());
        }
        var channel = branch.remote() == null ? null : ask(branch, branch.remote());
        var update = known(deployment, branch, channel);
        return preview && update.commit() != null
                ? update.withPreview(preview(deployment, branch, update.commit()))
                : update;
    }

    /** Fetches what tells of the newest commit; {@return what the provider says of the branch, if that is a channel} */
    private @Nullable Channel ask(Source.Branch branch, String remote) {
        requireRemote(remote);
        var channel = channels.read(branch).orElse(null);
        if (channel == null || channel.release() != null) {
            ostree.pullMetadata(PullTarget.of(branch, channel));
        }
        return channel;
    }

    /** What is layered stays as it is, so the bases are compared. */
    private OsEngine.Preview preview(Deployment deployment, Source.Branch branch, Commit newest) {
        if (branch.remote() != null) {
            ostree.pullParts(new PullTarget(branch, newest.checksum()), PackageDatabase.PLACES);
        }
        var before = packages.read(deployment.origin().checksum());
        return new OsEngine.Preview(PackageDiff.between(before, packages.read(newest.checksum())), List.of());
    }

    /** {@return what is newer, as far as that is known without asking; empty where nothing is} */
    Optional<Update> known(Deployment deployment) {
        if (!(deployment.source() instanceof Source.Branch branch)) {
            return Optional.empty();
        }
        var channel = store.read(branch.text()).map(KnownChannel::channel).orElse(null);
        try {
            return Optional.of(known(deployment, branch, channel)).filter(Update::isAvailable);
        } catch (DamagedSysroot _) {
            // What is deployed is worth showing without it; who asks for an update is told.
            return Optional.empty();
        }
    }

    private Update known(Deployment deployment, Source.Branch branch, @Nullable Channel channel) {
        return channel == null
                ? newest(branch)
                        .filter(newest -> isNewer(newest.commit(), deployment.origin()))
                        .map(newest -> update(branch, newest)
                                .withRollout(newest.rollout().orElse(null)))
                        .orElseGet(() -> Update.none(branch))
                : told(deployment, branch, channel);
    }

    /** {@return what there is, by what the provider says of the channel} */
    private Update told(Deployment deployment, Source.Branch branch, Channel channel) {
        var release = channel.release();
        // Another program may have fetched something else of that branch.
        var released = newest(branch)
                .filter(newest -> release != null
                        && release.commit().equals(newest.commit().checksum()));
        var bad = channel.withdrawal(deployment.origin().checksum());
        if (bad.isPresent()) {
            return released.map(back -> update(branch, back))
                    .orElseGet(() -> Update.none(branch))
                    .withWithdrawn(
                            new Update.Withdrawn(bad.get().version(), bad.get().reason()));
        }
        return released.filter(newest -> isNewer(newest.commit(), deployment.origin()))
                .map(newest -> update(branch, newest).withRollout(release == null ? null : release.window()))
                .orElseGet(() -> Update.none(branch));
    }

    /** {@return the newest commit of a branch, as far as it was fetched} */
    private Optional<CommitObject> newest(Source.Branch branch) {
        return ostree.newest(branch).map(checksum -> CommitObject.read(sysroot.repository(), checksum));
    }

    private Update update(Source.Branch branch, CommitObject found) {
        var commit = found.commit();
        return new Update(branch, commit, signatures.of(branch, commit.checksum()), null);
    }

    private static boolean isNewer(Commit newest, Commit present) {
        boolean older =
                newest.time() != null && present.time() != null && newest.time().isBefore(present.time());
        return !newest.checksum().equals(present.checksum()) && !older;
    }

    void requireRemote(String name) {
        if (!ostree.hasRemote(name)) {
            throw new RemoteMissing(name, sysroot.root());
        }
    }
}
