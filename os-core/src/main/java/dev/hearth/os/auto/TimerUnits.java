package dev.hearth.os.auto;

import dev.hearth.core.text.UnitWord;
import dev.hearth.os.MaintenanceWindow;
import dev.hearth.os.rollout.Visits;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The units by which the system's systemd has hearth look after the base. */
final class TimerUnits {
    static final String TIMER = "hearth-os-auto.timer";
    static final String SERVICE = "hearth-os-auto.service";

    // Four times a day, so that a machine is not long behind its turn in a rollout; and not all of them at once.
    private static final String TIMER_TEXT = """
            [Unit]
            Description=Automatic updates of the base by hearth
            Documentation=man:hearth-os-auto(1)
            ConditionPathExists=/run/ostree-booted

            [Timer]
            OnCalendar=00/%d:00
            %sRandomizedDelaySec=%s
            Persistent=true

            [Install]
            WantedBy=timers.target
            """;

    private TimerUnits() {}

    /** {@return the timer; where it is only to be done in some hours, it comes in each of them, too} */
    static String timer(@Nullable MaintenanceWindow window) {
        long every = Visits.OF_THE_TIMER.every().toHours();
        long delay = Visits.OF_THE_TIMER.delay().toMinutes();
        if (window == null) {
            return TIMER_TEXT.formatted(every, "", delay / 60 + "h");
        }
        var days = window.dayWords().isEmpty() ? "" : String.join(",", window.dayWords()) + " ";
        long within = Math.max(1, Math.min(delay, window.length().toMinutes() / 2));
        return TIMER_TEXT.formatted(every, "OnCalendar=" + days + window.from() + "\n", within + "min");
    }

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
                Nice=19
                IOSchedulingClass=idle
                CPUWeight=10
                IOWeight=10
                ExecStart=%s os auto run
                """.formatted(UnitWord.quoted(launcher.toString()));
    }
}
