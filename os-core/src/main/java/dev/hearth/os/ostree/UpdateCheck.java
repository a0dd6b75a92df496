package dev.hearth.os.ostree;

import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.Source;
import dev.hearth.os.Update;
import java.util.Optional;

/** Finds out whether the branch that a deployment follows has something newer. */
final class UpdateCheck {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final CommitSignatures signatures;

    UpdateCheck(Sysroot sysroot, Ostree ostree, CommitSignatures signatures) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.signatures = signatures;
    }

    /** Asks the remote; a branch of the local repository is known already. */
    Update ask(Deployment deployment) {
        if (!(deployment.source() instanceof Source.Branch branch)) {
            return Update.none(deployment.source());
        }
        if (branch.remote() != null) {
            requireRemote(branch.remote());
            ostree.pullMetadata(branch);
        }
        return known(deployment, branch);
    }

    private Update known(Deployment deployment, Source.Branch branch) {
        return ostree.resolve(branch.text())
                .map(newest -> CommitObject.read(sysroot.repository(), newest).commit())
                .filter(newest -> isNewer(newest, deployment.origin()))
                .map(newest -> new Update(branch, newest, signatures.of(branch, newest.checksum()), null))
                .orElseGet(() -> Update.none(branch));
    }

    private static boolean isNewer(Commit newest, Commit present) {
        boolean older =
                newest.time() != null && present.time() != null && newest.time().isBefore(present.time());
        return !newest.checksum().equals(present.checksum()) && !older;
    }

    /** {@return the newest commit of a branch, as far as it was fetched} */
    Optional<String> newest(Source.Branch branch) {
        return ostree.resolve(branch.text());
    }

    void requireRemote(String name) {
        if (!ostree.hasRemote(name)) {
            throw new RemoteMissing(name, sysroot.root());
        }
    }
}
