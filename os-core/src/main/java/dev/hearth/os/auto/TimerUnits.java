package dev.hearth.os.auto;

import dev.hearth.core.text.UnitWord;
import dev.hearth.os.rollout.Visits;
import java.nio.file.Path;

/** The units by which the system's systemd has hearth look after the base. */
final class TimerUnits {
    static final String TIMER = "hearth-os-auto.timer";
    static final String SERVICE = "hearth-os-auto.service";

    // Four times a day, so that a machine is not long behind its turn in a rollout; and not all of them at once.
    static final String TIMER_TEXT = """
            [Unit]
            Description=Automatic updates of the base by hearth
            Documentation=man:hearth-os-auto(1)
            ConditionPathExists=/run/ostree-booted

            [Timer]
            OnCalendar=00/%d:00
            RandomizedDelaySec=%dh
            Persistent=true

            [Install]
            WantedBy=timers.target
            """.formatted(
            Visits.OF_THE_TIMER.every().toHours(), Visits.OF_THE_TIMER.delay().toHours());

    private TimerUnits() {}

    static String service(Path launcher) {
        return """
                [Unit]
                Description=Update the base by hearth, as far as is wanted
                Documentation=man:hearth-os-auto(1)
                ConditionPathExists=/run/ostree-booted
                Wants=network-online.target
                After=network-online.target

                [Service]
                Type=oneshot
                ExecStart=%s os auto run
                """.formatted(UnitWord.quoted(launcher.toString()));
    }
}
