package dev.hearth.os.auto;

import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.SystemUnits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What hearth's own engine does by itself: a file says what, and a timer of systemd has it done.
 *
 * <p>Both are there only while something is to happen, so that choosing nothing leaves nothing behind.
 */
public final class OwnTimer {
    private final AutoFile file;
    private final SystemUnits units;

    /**
     * Has it on a host.
     *
     * @param root of its file system
     */
    public OwnTimer(Path root, SystemUnits units) {
        this.file = AutoFile.of(root);
        this.units = units;
    }

    /** {@return what happens by itself; nothing where the file cannot be understood, as with rpm-ostree} */
    AutomaticUpdates current() {
        return isEnabled() ? file.read().policy() : AutomaticUpdates.NONE;
    }

    private boolean isEnabled() {
        return units.isEnabled("timers.target", TimerUnits.TIMER);
    }

    /**
     * {@return what sets another policy, or other conditions; nothing when they are set already}
     *
     * @throws dev.hearth.os.program.SystemdMissing when nothing here would do it
     * @throws dev.hearth.os.program.InstallationOpen when others than root could exchange what would do it
     */
    List<Action> actions(Change.Automatic change) {
        if (change.policy() == AutomaticUpdates.NONE) {
            return removal();
        }
        return setting(new AutoFile.Content(change.policy(), file.conditions(change.conditions())));
    }

    private List<Action> setting(AutoFile.Content wanted) {
        units.requireSystemd(
                "look for updates", "Have `hearth os upgrade --yes` run by what it has instead, such as cron.");
        var texts = new LinkedHashMap<String, String>();
        texts.put(TimerUnits.SERVICE, TimerUnits.service(units.launcher()));
        texts.put(TimerUnits.TIMER, TimerUnits.timer(wanted.conditions().window()));
        var actions = new ArrayList<>(units.placing(texts));
        if (!file.read().equals(wanted)) {
            var lines = AutoFile.lines(wanted);
            actions.add(new Action.Write(
                    file.path(),
                    "# Written by `hearth os auto`.\n" + String.join("\n", lines) + "\n",
                    String.join(", ", lines)));
        }
        if (!isEnabled()) {
            actions.add(units.switchingNow("enable", TimerUnits.TIMER));
        }
        return actions;
    }

    private List<Action> removal() {
        var actions = new ArrayList<Action>();
        if (isEnabled()) {
            actions.add(units.switchingNow("disable", TimerUnits.TIMER));
        }
        actions.addAll(units.removing(List.of(file.path()), List.of(TimerUnits.TIMER, TimerUnits.SERVICE)));
        return actions;
    }
}
