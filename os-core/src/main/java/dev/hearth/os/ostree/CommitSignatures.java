package dev.hearth.os.ostree;

import dev.hearth.core.process.Processes;
import dev.hearth.os.Deployment;
import dev.hearth.os.Deployment.Remarks;
import dev.hearth.os.Signature;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Looks at the signatures of commits, where a remote demands them. */
final class CommitSignatures {
    private final Sysroot sysroot;
    private final Remotes remotes;
    private final Gpgv gpgv;

    CommitSignatures(Sysroot sysroot, Processes processes) {
        this.sysroot = sysroot;
        remotes = new Remotes(sysroot);
        gpgv = new Gpgv(processes);
    }

    /** What a source gave, which several deployments may be made from. */
    private record Given(Source source, String checksum) {
        static Given of(Deployment deployment) {
            return new Given(deployment.source(), deployment.origin().checksum());
        }
    }

    /** {@return deployments with what there is to say of the signatures on what their sources gave} */
    List<Deployment> onto(List<Deployment> deployments) {
        // Each look at one starts a program.
        var known = new HashMap<Given, Signing>();
        return deployments.stream()
                .map(each -> onto(
                        each, known.computeIfAbsent(Given.of(each), given -> of(given.source(), given.checksum()))))
                .toList();
    }

    private Deployment onto(Deployment deployment, Signing signing) {
        var signed = deployment.withSigning(signing);
        return signing.required() && !gpgv.isInstalled() ? signed.withRemarks(unchecked(deployment.remarks())) : signed;
    }

    private static Remarks unchecked(Remarks remarks) {
        var others = new ArrayList<>(remarks.others());
        others.add("Its signatures were not looked at, as `gpgv` is not installed");
        return new Remarks(
                remarks.remoteError(), remarks.endOfLife(), remarks.initramfs(), remarks.sourceTitle(), others);
    }

    /** {@return whether a commit has to be signed, and by whom it is, as far as that can be told} */
    Signing of(Source source, String checksum) {
        if (!(source instanceof Source.Branch branch)
                || branch.remote() == null
                || !remotes.demandsSignatures(branch.remote())) {
            return Signing.NOT_REQUIRED;
        }
        return new Signing(true, gpgv.isInstalled() ? check(branch.remote(), checksum) : List.of());
    }

    private List<Signature> check(String remote, String checksum) {
        var rings = remotes.keyRings(remote);
        var signed = CommitObject.file(sysroot.repository(), checksum);
        return CommitObject.signatures(sysroot.repository(), checksum).stream()
                .flatMap(signature -> gpgv.check(signature, signed, rings).stream())
                .toList();
    }
}
