package dev.hearth.os.health;

import dev.hearth.core.text.UnitWord;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.SystemUnits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The units by which the system's systemd counts boots and has them judged. */
public final class HealthUnits {
    static final String COUNT = "hearth-boot-count.service";
    static final String CHECK = "hearth-boot-check.service";
    static final String RESCUE = "hearth-boot-rescue.service";
    static final String TIMER = "hearth-boot-rescue.timer";

    /** All of them. */
    public static final List<String> NAMES = List.of(COUNT, CHECK, RESCUE, TIMER);

    private static final List<String> SWITCHED = List.of(COUNT, CHECK, TIMER);
    private static final String ABOUT = """
            Documentation=man:hearth-os-health(1)
            ConditionPathExists=/run/ostree-booted
            ConditionKernelCommandLine=!systemd.unit=rescue.target
            ConditionKernelCommandLine=!systemd.unit=emergency.target
            """;

    private final SystemUnits units;

    public HealthUnits(SystemUnits units) {
        this.units = units;
    }

    /** {@return whether boots are judged} */
    public boolean areEnabled() {
        return units.isEnabled("sysinit.target", COUNT) && units.isEnabled("multi-user.target", CHECK);
    }

    /**
     * {@return what has boots judged from the next on; nothing where they are}
     *
     * @throws dev.hearth.os.program.SystemdMissing when nothing here would do it
     * @throws dev.hearth.os.program.InstallationOpen when others than root could exchange what would do it
     */
    public List<Action> enabling() {
        units.requireSystemd(
                "have boots judged", "Have `hearth os health run` run at each boot by what it has instead.");
        var actions = new ArrayList<>(units.placing(texts(units.launcher())));
        if (!areEnabled()) {
            actions.add(SystemUnits.switching("enable", SWITCHED));
        }
        return actions;
    }

    /** {@return what has them judged no longer; nothing where they are not} */
    public List<Action> disabling() {
        var actions = new ArrayList<Action>();
        if (areEnabled()) {
            actions.add(SystemUnits.switching("disable", SWITCHED));
        }
        actions.addAll(units.removing(List.of(), NAMES));
        return actions;
    }

    static Map<String, String> texts(Path launcher) {
        var texts = new LinkedHashMap<String, String>();
        texts.put(COUNT, count(launcher));
        texts.put(CHECK, check(launcher));
        texts.put(RESCUE, rescue(launcher));
        texts.put(TIMER, TIMER_TEXT);
        return texts;
    }

    /**
     * Before everything that a new version may break, but for what it takes to write a line. Where a file system cannot be
     * mounted, systemd stops what is not needed to repair that: this is.
     */
    private static String count(Path launcher) {
        var script = launcher.resolveSibling("../lib/boot-count.sh").normalize();
        return """
                [Unit]
                Description=Count this boot, until hearth knows that it went well
                %sDefaultDependencies=no
                RequiresMountsFor=/var/lib/hearth
                After=systemd-remount-fs.service ostree-remount.service
                Before=local-fs.target sysinit.target shutdown.target
                Conflicts=shutdown.target
                IgnoreOnIsolate=yes

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=/bin/sh %s

                [Install]
                WantedBy=sysinit.target
                """.formatted(ABOUT, UnitWord.quoted(script.toString()));
    }

    /** Where it comes to no end, as where Java crashes, the other one has a look. */
    private static String check(Path launcher) {
        return """
                [Unit]
                Description=Check by hearth whether this boot went well
                %sAfter=multi-user.target graphical.target hearth-boot-count.service
                OnFailure=%s

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=%s --yes os health run
                TimeoutStartSec=30min
                # Something is wrong, which was told and acted upon.
                SuccessExitStatus=12

                [Install]
                WantedBy=multi-user.target
                """.formatted(ABOUT, RESCUE, UnitWord.quoted(launcher.toString()));
    }

    /** Started by the script that counts, when enough boots came to no end, and by a timer, when this one does not. */
    private static String rescue(Path launcher) {
        return """
                [Unit]
                Description=Bring the version before back by hearth, where this one does not boot
                %sDefaultDependencies=no
                RequiresMountsFor=/var/lib/hearth
                Wants=tmp.mount
                After=hearth-boot-count.service boot.mount tmp.mount systemd-remount-fs.service ostree-remount.service
                Before=shutdown.target
                Conflicts=shutdown.target
                IgnoreOnIsolate=yes

                [Service]
                Type=oneshot
                ExecStart=%s --yes os health run
                SuccessExitStatus=12
                """.formatted(ABOUT, UnitWord.quoted(launcher.toString()));
    }

    private static final String TIMER_TEXT = """
            [Unit]
            Description=Look by hearth at a boot that takes long
            %sDefaultDependencies=no
            Before=shutdown.target
            Conflicts=shutdown.target
            IgnoreOnIsolate=yes

            [Timer]
            OnBootSec=15min

            [Install]
            WantedBy=sysinit.target
            """.formatted(ABOUT);
}
