package dev.hearth.os.ostree;

import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEngine;
import dev.hearth.os.Source;
import dev.hearth.os.Update;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.rollout.Channel;
import java.util.List;
import java.util.Optional;

/** Finds out whether the branch that a deployment follows has something newer. */
final class UpdateCheck {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final CommitSignatures signatures;
    private final CommitPackages packages;
    private final ChannelCheck channels;

    UpdateCheck(
            Sysroot sysroot,
            Ostree ostree,
            CommitSignatures signatures,
            CommitPackages packages,
            ChannelCheck channels) {
        this.channels = channels;
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.signatures = signatures;
        this.packages = packages;
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
        var channel = Optional.<Channel>empty();
        if (branch.remote() != null) {
            requireRemote(branch.remote());
            channel = channels.read(branch.remote(), branch.name());
            if (channel.filter(each -> each.release() == null).isEmpty()) {
                ostree.pullMetadata(branch);
            }
        }
        var update = channel.map(each -> told(deployment, branch, each)).orElseGet(() -> known(deployment, branch));
        return preview && update.commit() != null
                ? update.withPreview(preview(deployment, branch, update.commit()))
                : update;
    }

    /** {@return what there is, by what the provider says of the channel} */
    private Update told(Deployment deployment, Source.Branch branch, Channel channel) {
        var bad = channel.withdrawal(deployment.origin().checksum());
        var release = channel.release();
        if (bad.isEmpty()) {
            var update = known(deployment, branch);
            var commit = update.commit();
            return release != null && commit != null && release.commit().equals(commit.checksum())
                    ? update.withRollout(release.window())
                    : update;
        }
        var withdrawn = new Update.Withdrawn(bad.get().version(), bad.get().reason());
        var update = release == null
                ? Update.none(branch)
                : ostree.newest(branch)
                        .filter(release.commit()::equals)
                        .map(newest -> CommitObject.read(sysroot.repository(), newest))
                        .map(back -> new Update(branch, back.commit(), signatures.of(branch, back.checksum()), null))
                        .orElseGet(() -> Update.none(branch));
        return update.withWithdrawn(withdrawn);
    }

    /** What is layered stays as it is, so the bases are compared. */
    private OsEngine.Preview preview(Deployment deployment, Source.Branch branch, Commit newest) {
        if (branch.remote() != null) {
            ostree.pullParts(branch, PackageDatabase.PLACES);
        }
        var before = packages.read(deployment.origin().checksum());
        return new OsEngine.Preview(PackageDiff.between(before, packages.read(newest.checksum())), List.of());
    }

    /** {@return what is newer, as far as that is known without asking; empty where nothing is} */
    Optional<Update> known(Deployment deployment) {
        if (!(deployment.source() instanceof Source.Branch branch)) {
            return Optional.empty();
        }
        try {
            return Optional.of(known(deployment, branch)).filter(Update::isAvailable);
        } catch (DamagedSysroot _) {
            // What is deployed is worth showing without it; who asks for an update is told.
            return Optional.empty();
        }
    }

    private Update known(Deployment deployment, Source.Branch branch) {
        return ostree.newest(branch)
                .map(newest -> CommitObject.read(sysroot.repository(), newest))
                .filter(newest -> isNewer(newest.commit(), deployment.origin()))
                .map(newest -> new Update(
                                branch,
                                newest.commit(),
                                signatures.of(branch, newest.commit().checksum()),
                                null)
                        .withRollout(newest.rollout().orElse(null)))
                .orElseGet(() -> Update.none(branch));
    }

    private static boolean isNewer(Commit newest, Commit present) {
        boolean older =
                newest.time() != null && present.time() != null && newest.time().isBefore(present.time());
        return !newest.checksum().equals(present.checksum()) && !older;
    }

    /** {@return the newest commit of a branch, as far as it was fetched} */
    Optional<String> newest(Source.Branch branch) {
        return ostree.newest(branch);
    }

    void requireRemote(String name) {
        if (!ostree.hasRemote(name)) {
            throw new RemoteMissing(name, sysroot.root());
        }
    }
}
