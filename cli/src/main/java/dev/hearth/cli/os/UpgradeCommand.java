package dev.hearth.cli.os;

import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.Output;
import dev.hearth.os.Change;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os upgrade}. */
@Command(
        name = "upgrade",
        description = "Take the newest version of the base; it is applied at the next boot.",
        footer = {
            "",
            "With --check and --preview the exit status is 10 when there is no newer version.",
            "Before you reboot, 'hearth os try' can boot a copy of the new version in a virtual machine.",
            "",
            "Examples:",
            "  hearth os upgrade --check",
            "  hearth os upgrade --preview",
            "  hearth os upgrade --reboot --reason=\"fix for CVE-2026-1234\""
        })
public final class UpgradeCommand implements Callable<Integer> {
    private final Changes changes;
    private final Output output;

    @Option(names = "--check", description = "Only say whether there is a newer version.")
    private boolean check;

    @Option(names = "--preview", description = "Only say which packages a newer version changes.")
    private boolean preview;

    @Option(names = "--download-only", description = "Fetch it, and leave the deployments as they are.")
    private boolean downloadOnly;

    @Option(
            names = {"-C", "--cache-only"},
            description = "Use what was fetched before, and no network.")
    private boolean cacheOnly;

    @Option(names = "--allow-downgrade", description = "Take it also when it is older than what is deployed.")
    private boolean allowDowngrade;

    @Option(names = "--strict", description = "Refuse when a layered package fails, instead of setting it aside.")
    private boolean strict;

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    public UpgradeCommand(Changes changes, Output output) {
        this.changes = changes;
        this.output = output;
    }

    @Override
    public Integer call() {
        changes.tellWhatWasLeft();
        if (check || preview) {
            return ask();
        }
        changes.make(new Change.Upgrade(allowDowngrade, downloadOnly, cacheOnly, strict), options, boot);
        return ExitStatus.OK;
    }

    private int ask() {
        var view = UpdateView.of(changes.base().os().check(preview));
        output.page(options.format(), view, UpdateView::lines);
        return view.available() ? ExitStatus.OK : ExitStatus.NO_UPDATE;
    }
}
