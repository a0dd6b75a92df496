package dev.hearth.os.program;

import dev.hearth.core.host.Installation;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Units by which the system's systemd runs hearth: how they come, how they go, and whether they are switched on. */
public final class SystemUnits {
    private final Path units;
    private final Path packagedUnits;
    private final Path runtimeUnits;
    private final Processes processes;
    private final Installation installation;

    /**
     * Has them on a host.
     *
     * @param root of its file system
     * @param installation of the hearth that they run
     */
    public SystemUnits(Path root, Processes processes, Installation installation) {
        this.units = root.resolve("etc/systemd/system");
        this.packagedUnits = root.resolve("usr/lib/systemd/system");
        this.runtimeUnits = root.resolve("run/systemd/system");
        this.processes = processes;
        this.installation = installation;
    }

    /**
     * Makes sure that there is a systemd.
     *
     * @param what it would do
     * @param hint what to do where there is none
     * @throws SystemdMissing when there is none
     */
    public void requireSystemd(String what, String hint) {
        if (processes.locate("systemctl").isEmpty()) {
            throw new SystemdMissing(what, hint);
        }
    }

    /**
     * {@return the launcher that units are to run}
     *
     * @throws InstallationOpen when others than root could exchange it
     */
    public Path launcher() {
        if (!installation.isOwners()) {
            throw new InstallationOpen(installation.program());
        }
        try {
            return installation.launcher();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asked of the link that enabling makes: systemctl would have to be started each time. */
    public boolean isEnabled(String target, String unit) {
        var link = units.resolve(target + ".wants").resolve(unit);
        return Files.exists(link, LinkOption.NOFOLLOW_LINKS);
    }

    /** {@return what brings units with these texts by their names; nothing where they are there already} */
    public List<Action> placing(Map<String, String> texts) {
        var actions = new ArrayList<Action>();
        texts.forEach((unit, text) -> place(actions, unit, text));
        reloadAfter(actions);
        return actions;
    }

    private void place(List<Action> actions, String unit, String text) {
        var place = units.resolve(unit);
        // Where the administrator has none, systemd takes the package's.
        var used = Files.exists(place) ? place : packagedUnits.resolve(unit);
        try {
            if (!Files.exists(used) || !Files.readString(used).equals(text)) {
                actions.add(new Action.Place(place, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what takes away those units that were placed, and other files that are of no use without them} */
    public List<Action> removing(List<Path> others, List<String> names) {
        var there = new ArrayList<>(others);
        names.forEach(name -> there.add(units.resolve(name)));
        there.removeIf(file -> !Files.exists(file));
        var actions = new ArrayList<Action>();
        there.forEach(file -> actions.add(new Action.Remove(file)));
        reloadAfter(actions);
        return actions;
    }

    /** Where no systemd runs, as while a disk is laid out, the next one to start reads all of it anyway. */
    private void reloadAfter(List<Action> actions) {
        if (!actions.isEmpty() && isRunning()) {
            actions.add(new Action.Run(Command.of("systemctl", "daemon-reload")));
        }
    }

    /** {@return what has a unit run from now on, or no longer} */
    public Action switchingNow(String verb, String unit) {
        return new Action.Run(
                Command.of("systemctl", verb).withIf(isRunning(), "--now").with(unit));
    }

    /** {@return what has units run from the next boot on, or no longer} */
    public static Action switching(String verb, List<String> names) {
        return new Action.Run(Command.of("systemctl", verb).with(names));
    }

    /** {@return what brings a unit that is gone with the shutdown, and starts it; nothing where it is there already} */
    public List<Action> startingUntilShutdown(String unit, String text) {
        var place = runtimeUnits.resolve(unit);
        try {
            return Files.exists(place) && Files.readString(place).equals(text)
                    ? List.of()
                    : List.of(
                            new Action.Place(place, text),
                            new Action.Run(Command.of("systemctl", "daemon-reload")),
                            new Action.Run(Command.of("systemctl", "start", unit)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether it is systemd that runs this system} */
    public boolean isRunning() {
        return Files.isDirectory(runtimeUnits);
    }
}
