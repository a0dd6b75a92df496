package dev.hearth.cli.os;

import dev.hearth.os.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os rebase}. */
@Command(
        name = "rebase",
        description = "Follow another branch or image, with all that is layered kept.",
        footer = {
            "",
            "Examples:",
            "  hearth os rebase fedora:fedora/43/x86_64/silverblue",
            "  hearth os rebase debian/13/workstation",
            "  hearth os rebase ostree-image-signed:docker://quay.io/example/base:1"
        })
public final class RebaseCommand implements Runnable {
    private final Changes changes;

    @Parameters(
            paramLabel = "SOURCE",
            description = "REMOTE:BRANCH, a BRANCH, REMOTE:, or an image where the engine can.")
    private String source;

    @Option(names = "--strict", description = "Refuse when a layered package fails, instead of setting it aside.")
    private boolean strict;

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    public RebaseCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.Rebase(source, strict), options, boot);
    }
}
