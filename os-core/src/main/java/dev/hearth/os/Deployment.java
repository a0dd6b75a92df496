package dev.hearth.os;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bootable version of the base, whatever engine made it.
 *
 * @param commit what is deployed
 * @param base the commit below the layers; absent when nothing was layered
 * @param kernelArguments without those that the engine adds itself; empty when it does not tell
 * @param remarks further properties that not every engine has
 */
public record Deployment(
        DeploymentId id,
        Marks marks,
        Source source,
        Commit commit,
        @Nullable Commit base,
        Signing signing,
        Layering layering,
        Unlocked unlocked,
        List<String> kernelArguments,
        Remarks remarks) {
    public Deployment {
        kernelArguments = List.copyOf(kernelArguments);
    }

    /** {@return a deployment of which no more is known than where it comes from} */
    public static Deployment of(DeploymentId id, Source source, Commit commit) {
        return new Deployment(
                id,
                Marks.NONE,
                source,
                commit,
                null,
                Signing.NOT_REQUIRED,
                Layering.NONE,
                Unlocked.NONE,
                List.of(),
                Remarks.NONE);
    }

    /**
     * Properties that not every engine has.
     *
     * @param remoteError what is wrong with the remote that it follows
     * @param endOfLife what the maker says about the end of this line of versions
     * @param initramfs {@code regenerate} when it is made on this machine, or the arguments it is made with
     * @param sourceTitle what the maker calls the source
     * @param others what else a user should know of it, each a sentence without its period
     * @param withdrawn why its maker took it back; absent where nothing was learnt against it
     */
    public record Remarks(
            @Nullable String remoteError,
            @Nullable String endOfLife,
            @Nullable String initramfs,
            @Nullable String sourceTitle,
            List<String> others,
            @Nullable Withdrawn withdrawn) {
        public static final Remarks NONE = new Remarks(null, null, null, null);

        public Remarks {
            others = List.copyOf(others);
        }

        /** Remarks of the kinds that have a name. */
        public Remarks(
                @Nullable String remoteError,
                @Nullable String endOfLife,
                @Nullable String initramfs,
                @Nullable String sourceTitle) {
            this(remoteError, endOfLife, initramfs, sourceTitle, List.of(), null);
        }

        /** {@return the same and another sentence} */
        public Remarks with(String other) {
            var more = new ArrayList<>(others);
            more.add(other);
            return new Remarks(remoteError, endOfLife, initramfs, sourceTitle, more, withdrawn);
        }

        /** {@return the same, of what was taken back} */
        public Remarks with(Withdrawn found) {
            return new Remarks(remoteError, endOfLife, initramfs, sourceTitle, others, found);
        }
    }

    /**
     * What its maker says of a version that was taken back.
     *
     * @param learnt when this machine was told
     */
    public record Withdrawn(String reason, Instant learnt) {}

    /** {@return the commit that the source gave: the base below layers, else what is deployed} */
    public Commit origin() {
        return base == null ? commit : base;
    }

    /** {@return the same with other marks} */
    public Deployment withMarks(Marks other) {
        return new Deployment(id, other, source, commit, base, signing, layering, unlocked, kernelArguments, remarks);
    }

    /** {@return the same with these signatures} */
    public Deployment withSigning(Signing other) {
        return new Deployment(id, marks, source, commit, base, other, layering, unlocked, kernelArguments, remarks);
    }

    /** {@return the same with what was laid onto a base} */
    public Deployment withLayering(Commit below, Layering other) {
        return new Deployment(id, marks, source, commit, below, signing, other, unlocked, kernelArguments, remarks);
    }

    /** {@return the same with these kernel arguments} */
    public Deployment withKernelArguments(List<String> arguments) {
        return new Deployment(id, marks, source, commit, base, signing, layering, unlocked, arguments, remarks);
    }

    /** {@return the same with {@code /usr} in this state} */
    public Deployment withUnlocked(Unlocked other) {
        return new Deployment(id, marks, source, commit, base, signing, layering, other, kernelArguments, remarks);
    }

    /** {@return the same with further properties} */
    public Deployment withRemarks(Remarks other) {
        return new Deployment(id, marks, source, commit, base, signing, layering, unlocked, kernelArguments, other);
    }
}
