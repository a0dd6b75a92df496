package dev.hearth.os.auto;

import dev.hearth.core.host.Installation;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.program.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What hearth's own engine does by itself: a file says what, and a timer of systemd has it done.
 *
 * <p>Both are there only while something is to happen, so that choosing nothing leaves nothing behind.
 */
public final class OwnTimer {
    private static final String KEY = "policy";

    private final Path file;
    private final Path units;
    private final Path packagedUnits;
    private final Path runningSystemd;
    private final Processes processes;
    private final Installation installation;

    /**
     * Has it on a host.
     *
     * @param root of its file system
     */
    public OwnTimer(Path root, Processes processes, Installation installation) {
        this.file = root.resolve("etc/hearth/auto.yaml");
        this.units = root.resolve("etc/systemd/system");
        this.packagedUnits = root.resolve("usr/lib/systemd/system");
        this.runningSystemd = root.resolve("run/systemd/system");
        this.processes = processes;
        this.installation = installation;
    }

    /** {@return what happens by itself; nothing where the file cannot be understood, as with rpm-ostree} */
    AutomaticUpdates current() {
        return isEnabled() ? policy() : AutomaticUpdates.NONE;
    }

    /** Asked of the link that enabling makes: systemctl would have to be started each time. */
    private boolean isEnabled() {
        var link = units.resolve("timers.target.wants").resolve(TimerUnits.TIMER);
        return Files.exists(link, LinkOption.NOFOLLOW_LINKS);
    }

    private AutomaticUpdates policy() {
        try {
            var word = Files.exists(file) ? YamlDocument.read(file).string(KEY).orElse("") : "";
            return Stream.of(AutomaticUpdates.values())
                    .filter(policy -> word(policy).equals(word))
                    .findFirst()
                    .orElse(AutomaticUpdates.NONE);
        } catch (YamlError _) {
            return AutomaticUpdates.NONE;
        }
    }

    private static String word(AutomaticUpdates policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return what sets another policy; nothing when it is set already}
     *
     * @throws SystemdMissing when nothing here would do it
     * @throws InstallationOpen when others than root could exchange what would do it
     */
    List<Action> actions(AutomaticUpdates policy) {
        return policy == AutomaticUpdates.NONE ? removal() : setting(policy);
    }

    private List<Action> setting(AutomaticUpdates policy) {
        if (processes.locate("systemctl").isEmpty()) {
            throw new SystemdMissing();
        }
        var actions = new ArrayList<Action>();
        place(actions, TimerUnits.SERVICE, TimerUnits.service(launcher()));
        place(actions, TimerUnits.TIMER, TimerUnits.TIMER_TEXT);
        if (!actions.isEmpty()) {
            reload(actions);
        }
        if (policy() != policy) {
            var line = KEY + ": " + word(policy);
            actions.add(new Action.Write(file, "# Written by `hearth os auto`.\n" + line + "\n", line));
        }
        if (!isEnabled()) {
            actions.add(switching("enable"));
        }
        return actions;
    }

    private Path launcher() {
        if (!installation.isOwners()) {
            throw new InstallationOpen(installation.program());
        }
        try {
            return installation.launcher();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private List<Action> removal() {
        var actions = new ArrayList<Action>();
        if (isEnabled()) {
            actions.add(switching("disable"));
        }
        var there = Stream.of(file, units.resolve(TimerUnits.TIMER), units.resolve(TimerUnits.SERVICE))
                .filter(Files::exists)
                .toList();
        there.forEach(each -> actions.add(new Action.Remove(each)));
        if (!there.isEmpty()) {
            reload(actions);
        }
        return actions;
    }

    /** Where no systemd runs, as while a disk is laid out, the next one to start reads all of it anyway. */
    private void reload(List<Action> actions) {
        if (Files.isDirectory(runningSystemd)) {
            actions.add(new Action.Run(Command.of("systemctl", "daemon-reload")));
        }
    }

    private Action switching(String verb) {
        return new Action.Run(Command.of("systemctl", verb)
                .withIf(Files.isDirectory(runningSystemd), "--now")
                .with(TimerUnits.TIMER));
    }
}
