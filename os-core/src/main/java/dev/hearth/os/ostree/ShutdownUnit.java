package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.UnitWord;
import dev.hearth.os.OsEvent;
import dev.hearth.os.program.Actions;
import dev.hearth.os.program.SystemUnits;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The shutdown of a machine with systemd: libostree's unit writes out what is staged, and after it one of hearth's, which is
 * there only from staging on until the machine is down.
 */
public final class ShutdownUnit implements Shutdown {
    private static final String NAME = "hearth-finish.service";
    private static final String WRITING = "usr/lib/systemd/system/ostree-finalize-staged.service";

    private final Path root;
    private final SystemUnits units;
    private final Actions actions;

    /** Has it on the machine with this root directory. */
    public ShutdownUnit(Path root, SystemUnits units, Actions actions) {
        this.root = root;
        this.units = units;
        this.actions = actions;
    }

    @Override
    public boolean writesOut() {
        return units.isRunning() && Files.exists(root.resolve(WRITING));
    }

    /** Without it libostree's own merge stays, of whole files: that is no reason to do without the update. */
    @Override
    public void haveFinished(Consumer<OsEvent> events) {
        try {
            actions.perform(units.startingUntilShutdown(NAME, text(units.launcher())), events);
        } catch (Failure | UncheckedIOException e) {
            var why = e instanceof Failure failure ? failure.message() : String.valueOf(e.getMessage());
            events.accept(new OsEvent.Warned(
                    "What is changed in /etc from now on goes over by whole files, without merging lines: " + why));
        }
    }

    /** Units stop in the other order than they start in. */
    static String text(Path launcher) {
        return """
                [Unit]
                Description=Finish by hearth what is written out at shutdown
                Documentation=man:hearth-os-finish(1)
                DefaultDependencies=no
                RequiresMountsFor=/sysroot /boot /var /tmp
                After=local-fs.target systemd-journal-flush.service
                Before=ostree-finalize-staged.service basic.target final.target
                Conflicts=final.target

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStop=%s --yes os finish
                TimeoutStopSec=5min
                """.formatted(UnitWord.quoted(launcher.toString()));
    }
}
