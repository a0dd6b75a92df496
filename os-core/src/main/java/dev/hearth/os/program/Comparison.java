package dev.hearth.os.program;

import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Outcome;
import dev.hearth.os.packages.PackageDiff;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The base before a change and after it, which together say what the change came to. */
public record Comparison(OsStatus before, OsStatus after) {

    /** {@return what a change came to that found nothing to do} */
    public static Outcome unchanged(Change change) {
        return Outcome.unchanged(
                switch (change) {
                    case Change.Upgrade _ -> "There is no newer version";
                    case Change.Rebase rebase -> "The base follows " + rebase.target() + " already";
                    case Change.Cancel _ -> "Nothing is being done that could be cancelled";
                    case Change.Automatic automatic ->
                        "Automatic updates are set to " + word(automatic.policy()) + " already";
                    case Change.Cleanup _ -> "There is nothing to clean up";
                    case Change.Rollback _,
                            Change.Deploy _,
                            Change.Packages _,
                            Change.Overrides _,
                            Change.ResetOverrides _,
                            Change.Reset _,
                            Change.Pin _,
                            Change.Undeploy _,
                            Change.KernelArguments _,
                            Change.Unlock _,
                            Change.ApplyLive _ -> "The base is as asked already";
                });
    }

    /** {@return what a change came to, with the packages in which the deployments differ that boot next} */
    public Outcome outcome(Change change, PackageDiff packages) {
        return leavesItsMark(change) && before.deployments().equals(after.deployments())
                ? unchanged(change)
                : new Outcome(true, next(), packages, List.of(), done(change, after.next()));
    }

    /** {@return what boots next now and did before, when these are of different commits} */
    public Optional<Deployments> deployments() {
        var from = before.next().map(Deployment::id);
        var to = after.next().map(Deployment::id);
        return from.isPresent()
                        && to.isPresent()
                        && !from.get().checksum().equals(to.get().checksum())
                ? Optional.of(new Deployments(from.get(), to.get()))
                : Optional.empty();
    }

    /** Two deployments, one in place of the other. */
    public record Deployments(DeploymentId from, DeploymentId to) {}

    private @Nullable DeploymentId next() {
        var id = after.next().map(Deployment::id);
        return id.equals(before.next().map(Deployment::id)) ? null : id.orElse(null);
    }

    /** Some changes show in no deployment; that the engine made them without complaint is all there is to see. */
    private static boolean leavesItsMark(Change change) {
        return switch (change) {
            case Change.Upgrade upgrade -> !upgrade.downloadOnly();
            case Change.Cleanup(var what) ->
                !what.contains(Change.Leftover.TEMPORARY) && !what.contains(Change.Leftover.METADATA);
            case Change.Cancel _, Change.Automatic _, Change.ApplyLive _ -> false;
            case Change.Rollback _,
                    Change.Rebase _,
                    Change.Deploy _,
                    Change.Packages _,
                    Change.Overrides _,
                    Change.ResetOverrides _,
                    Change.Reset _,
                    Change.Pin _,
                    Change.Undeploy _,
                    Change.KernelArguments _,
                    Change.Unlock _ -> true;
        };
    }

    /** {@return what to say of a change that was made, after which a certain deployment boots next} */
    public static String done(Change change, Optional<Deployment> next) {
        return switch (change) {
            case Change.Upgrade upgrade
            when upgrade.downloadOnly() -> "The newest version is downloaded; the deployments are as before";
            case Change.Pin(var index, var pinned) ->
                "Deployment " + index + (pinned ? " is kept whatever is cleaned up" : " is kept no longer than others");
            case Change.Undeploy(var index) -> "Deployment " + index + " is dropped";
            case Change.Cleanup _ -> "Cleaned up";
            case Change.Unlock(var hotfix) ->
                hotfix
                        ? "/usr is writable for as long as this deployment is there"
                        : "/usr is writable until the next boot";
            case Change.ApplyLive _ -> "What the next boot brings more is here now";
            case Change.Cancel _ -> "What was being done is cancelled";
            case Change.Automatic automatic -> "Automatic updates are set to " + word(automatic.policy());
            case Change.Upgrade _,
                    Change.Rollback _,
                    Change.Rebase _,
                    Change.Deploy _,
                    Change.Packages _,
                    Change.Overrides _,
                    Change.ResetOverrides _,
                    Change.Reset _,
                    Change.KernelArguments _ -> next.map(Comparison::name).orElse("Nothing") + " boots next";
        };
    }

    private static String name(Deployment deployment) {
        var version = deployment.commit().version();
        return version == null ? deployment.id().abbreviated() : version;
    }

    private static String word(AutomaticUpdates policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }
}
