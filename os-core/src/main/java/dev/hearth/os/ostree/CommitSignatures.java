package dev.hearth.os.ostree;

import dev.hearth.core.process.Processes;
import dev.hearth.os.Deployment;
import dev.hearth.os.Signature;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import dev.hearth.os.gpg.Gpgv;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** {@return deployments with what there is to say of the signatures on what their sources gave} */
    List<Deployment> onto(List<Deployment> deployments) {
        // Each look at one starts a program, and several deployments may be made from what one remote gave.
        var known = new HashMap<String, Signing>();
        return deployments.stream()
                .map(each -> onto(each, signing(each, known)))
                .toList();
    }

    private Signing signing(Deployment deployment, Map<String, Signing> known) {
        var checksum = deployment.origin().checksum();
        return demandingRemote(deployment.source())
                .map(remote -> known.computeIfAbsent(remote + ' ' + checksum, _ -> signing(remote, checksum)))
                .orElse(Signing.NOT_REQUIRED);
    }

    private Deployment onto(Deployment deployment, Signing signing) {
        var signed = deployment.withSigning(signing);
        return signing.required() && !gpgv.isInstalled()
                ? signed.withRemarks(
                        deployment.remarks().with("Its signatures were not looked at, as `gpgv` is not installed"))
                : signed;
    }

    /** {@return whether a commit has to be signed, and by whom it is, as far as that can be told} */
    Signing of(Source source, String checksum) {
        return demandingRemote(source).map(remote -> signing(remote, checksum)).orElse(Signing.NOT_REQUIRED);
    }

    private Optional<String> demandingRemote(Source source) {
        return source instanceof Source.Branch branch
                ? Optional.ofNullable(branch.remote()).filter(remotes::demandsSignatures)
                : Optional.empty();
    }

    private Signing signing(String remote, String checksum) {
        return new Signing(true, gpgv.isInstalled() ? check(remote, checksum) : List.of());
    }

    private List<Signature> check(String remote, String checksum) {
        var rings = remotes.keyRings(remote);
        var signed = CommitObject.file(sysroot.repository(), checksum);
        return CommitObject.signatures(sysroot.repository(), checksum).stream()
                .flatMap(signature -> gpgv.check(signature, signed, rings).stream())
                .toList();
    }
}
