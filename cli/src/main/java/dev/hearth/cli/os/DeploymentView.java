package dev.hearth.cli.os;

import dev.hearth.os.Deployment;
import dev.hearth.os.OsStatus;
import dev.hearth.os.packages.VersionChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deployment; the components are the JSON contract.
 *
 * @param index its place in boot order, from 0
 * @param id STATEROOT-CHECKSUM.SERIAL
 * @param stateroot the system whose /var it has
 * @param checksum of what is deployed
 * @param serial counts the deployments of one commit, from 0
 * @param booted whether it is what runs
 * @param pending whether it boots next in place of what runs
 * @param staged whether it is written out when the machine shuts down in order
 * @param pinned whether it is kept whatever is cleaned up
 * @param rollback whether a rollback returns to it
 * @param source what it follows, else its checksum
 * @param sourceTitle what the maker calls the source
 * @param commit what is deployed
 * @param base the version below the layers; null when nothing is layered
 * @param signing whether it is vouched for
 * @param requested packages that were asked for
 * @param inactive requests without effect, and why
 * @param layered requests in effect
 * @param local packages from files
 * @param removed packages of the base that are hidden
 * @param replaced packages of the base that another version takes the place of
 * @param unlocked none, development, hotfix or transient: whether /usr is writable
 * @param kernelArguments without those of the engine itself
 * @param initramfs how the initial RAM disk is made, where that is on this machine
 * @param remoteError what is wrong with the remote
 * @param endOfLife what the maker says about the end of this line of versions
 * @param remarks what else a user should know of it, each a sentence
 * @param withdrawn why its maker took it back, as far as this machine was told; null where nothing is known against it
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
        @Nullable String endOfLife,
        List<String> remarks,
        @Nullable WithdrawnView withdrawn) {

    /**
     * What its maker says of a version that was taken back.
     *
     * @param reason what is wrong with it
     * @param learnt when this machine was told
     */
    record WithdrawnView(String reason, Instant learnt) {
        static @Nullable WithdrawnView of(Deployment.@Nullable Withdrawn withdrawn) {
            return withdrawn == null ? null : new WithdrawnView(withdrawn.reason(), withdrawn.learnt());
        }

        /** {@return the same in words} */
        String text() {
            return reason + " (told at " + learnt + ")";
        }
    }

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
                remarks.endOfLife(),
                remarks.others(),
                WithdrawnView.of(remarks.withdrawn()));
    }

    /** What follows nothing is called by its commit. */
    private static String source(Deployment deployment) {
        var text = deployment.source().text();
        return text.isEmpty() ? deployment.id().checksum() : text;
    }

    private static PackagesView.Move move(VersionChange replacement) {
        return new PackagesView.Move(
                replacement.to().name(),
                replacement.to().architecture(),
                replacement.from().version(),
                replacement.to().version());
    }
}
