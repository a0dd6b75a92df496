package dev.hearth.os.rpmostree;

import dev.hearth.core.process.Processes;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.PrivilegesMissing;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What rpm-ostree does by itself: its daemon's configuration says what, and its timer whether it is done at all.
 *
 * @param file the daemon's configuration
 */
record AutomaticPolicy(Path file, Timer timer) {
    AutomaticPolicy(Path root, Processes processes) {
        this(root.resolve("etc/rpm-ostreed.conf"), new Timer(processes, "rpm-ostreed-automatic.timer"));
    }

    AutomaticUpdates current() {
        var configured = configuration().policy();
        return configured != AutomaticUpdates.NONE && timer.isEnabled() ? configured : AutomaticUpdates.NONE;
    }

    /** {@return what sets another policy; nothing when it is set already} */
    List<Action> actions(AutomaticUpdates policy) {
        var actions = new ArrayList<Action>();
        var configuration = configuration();
        if (configuration.policy() != policy) {
            actions.add(
                    new Action.Write(file, configuration.with(policy).toString(), DaemonConfiguration.line(policy)));
            actions.add(new Action.Run(RpmOstree.changing("reload")));
        }
        actions.addAll(timer.enabling(policy != AutomaticUpdates.NONE));
        return actions;
    }

    private DaemonConfiguration configuration() {
        try {
            return DaemonConfiguration.parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            return DaemonConfiguration.parse("");
        } catch (AccessDeniedException _) {
            throw new PrivilegesMissing("read " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
