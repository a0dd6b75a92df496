package dev.hearth.os.ostree;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.preflight.Preflight;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Looks whether {@code /boot} has room for what is to boot, and whether that would work. */
final class DeploymentChecks implements Rollout.Checks {
    private static final Step STEP =
            new Step("Check that it would work: room in /boot, the configuration of sshd, sudo and"
                    + " systemd, the libraries of programs");

    private final Sysroot sysroot;
    private final BootRoom room;
    private final Preflight preflight;

    DeploymentChecks(Sysroot sysroot, BootRoom room, Preflight preflight) {
        this.sysroot = sysroot;
        this.room = room;
        this.preflight = preflight;
    }

    @Override
    public List<Step> steps() {
        return List.of(STEP);
    }

    @Override
    public void beforeDeploying(String checksum, List<Deployment> present) {
        room.require(checksum, present);
    }

    @Override
    public void beforeBooting(Path present, Path made, Consumer<OsEvent> events) {
        var work = sysroot.extension().resolve(Leftovers.WORK);
        DirectoryTree.delete(work);
        preflight.check(
                DirectoryTree.makePrivate(work),
                present,
                made,
                sentence -> events.accept(new OsEvent.Warned(sentence)));
        DirectoryTree.delete(work);
    }
}
