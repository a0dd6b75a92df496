package dev.hearth.cli.os;

import dev.hearth.os.Deployment;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Replacement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deployment; the components are the JSON contract.
 *
 * @param pending it boots next in place of what runs
 * @param staged it is written out when the machine shuts down in order
 * @param base the version below the layers; absent when nothing is layered
 */
record DeploymentView(
        int index,
        String id,
        String stateroot,
        String checksum,
        int serial,
        boolean booted,
        boolean pending,
        boolean staged,
        boolean pinned,
        boolean rollback,
        String source,
        @Nullable String sourceTitle,
        CommitView commit,
        @Nullable CommitView base,
        SigningView signing,
        List<String> requested,
        List<InactiveView> inactive,
        List<String> layered,
        List<String> local,
        List<PackagesView.Item> removed,
        List<PackagesView.Move> replaced,
        String unlocked,
        List<String> kernelArguments,
        @Nullable String initramfs,
        @Nullable String remoteError,
        @Nullable String endOfLife) {

    static DeploymentView of(OsStatus status, int index) {
        var deployment = status.deployments().get(index);
        var id = deployment.id();
        var marks = deployment.marks();
        var layering = deployment.layering();
        var remarks = deployment.remarks();
        var base = deployment.base();
        return new DeploymentView(
                index,
                id.toString(),
                id.stateroot(),
                id.checksum(),
                id.serial(),
                marks.booted(),
                index == 0 && status.needsReboot(),
                marks.staged(),
                marks.pinned(),
                marks.rollback(),
                source(deployment),
                remarks.sourceTitle(),
                CommitView.of(deployment.commit()),
                base == null ? null : CommitView.of(base),
                SigningView.of(deployment.signing()),
                layering.requested(),
                layering.inactive().stream().map(InactiveView::of).toList(),
                layering.layered(),
                layering.local(),
                layering.removed().stream().map(PackagesView.Item::of).toList(),
                layering.replaced().stream().map(DeploymentView::move).toList(),
                Words.of(deployment.unlocked()),
                deployment.kernelArguments(),
                remarks.initramfs(),
                remarks.remoteError(),
                remarks.endOfLife());
    }

    /** What follows nothing is called by its commit. */
    private static String source(Deployment deployment) {
        var text = deployment.source().text();
        return text.isEmpty() ? deployment.id().checksum() : text;
    }

    private static PackagesView.Move move(Replacement replacement) {
        return new PackagesView.Move(
                replacement.to().name(),
                replacement.to().architecture(),
                replacement.from().version(),
                replacement.to().version());
    }
}
