package dev.hearth.os.ostree;

import dev.hearth.os.Change;

/** Names a change by the command that asks for it. */
final class ChangeTitle {
    private ChangeTitle() {}

    static String of(Change change) {
        return "hearth os "
                + switch (change) {
                    case Change.Upgrade _ -> "upgrade";
                    case Change.Rollback _ -> "rollback";
                    case Change.Rebase rebase -> "rebase " + rebase.target();
                    case Change.Deploy deploy -> "deploy " + deploy.revision();
                    case Change.Packages packages -> packages.uninstall().isEmpty() ? "install" : "uninstall";
                    case Change.Overrides _, Change.ResetOverrides _ -> "override";
                    case Change.Reset _ -> "reset";
                    case Change.Pin pin -> pin.pinned() ? "pin" : "unpin";
                    case Change.Undeploy _ -> "undeploy";
                    case Change.Cleanup _ -> "cleanup";
                    case Change.KernelArguments _ -> "kargs";
                    case Change.Unlock _ -> "unlock";
                    case Change.ApplyLive _ -> "apply-live";
                    case Change.Cancel _ -> "cancel";
                    case Change.Automatic _ -> "auto";
                };
    }
}
