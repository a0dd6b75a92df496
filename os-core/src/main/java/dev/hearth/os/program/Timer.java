package dev.hearth.os.program;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.util.List;

/**
 * A systemd timer that an engine brings along for its automatic updates.
 *
 * @param unit with its ending
 */
public record Timer(Processes processes, String unit) {

    /** {@return whether it starts with the system; on a host without systemd nothing does} */
    public boolean isEnabled() {
        return processes.locate("systemctl").isPresent()
                && processes
                        .run(Command.of("systemctl", "is-enabled", "--quiet", unit))
                        .succeeded();
    }

    /** {@return what makes it run from now on, or never again; nothing when that is so already} */
    public List<Action> enabling(boolean enabled) {
        return isEnabled() == enabled
                ? List.of()
                : List.of(new Action.Run(Command.of("systemctl", enabled ? "enable" : "disable", "--now", unit)));
    }
}
