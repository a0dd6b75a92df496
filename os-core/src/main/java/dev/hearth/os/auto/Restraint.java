package dev.hearth.os.auto;

import dev.hearth.core.process.Processes;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Update;
import dev.hearth.os.UpdateConditions;
import dev.hearth.os.health.BootHealth;
import dev.hearth.os.health.HealthState.Rejected;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells why this machine does not take an update by itself just now. */
public final class Restraint {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);

    private final AutoFile file;
    private final Path root;
    private final Processes processes;
    private final Supplier<BootHealth> health;
    private final Clock clock;

    /**
     * Tells it of a machine.
     *
     * @param root of its file system
     * @param health what judges its boots
     * @param clock with the time zone that its users live by
     */
    public Restraint(Path root, Processes processes, Supplier<BootHealth> health, Clock clock) {
        this.file = AutoFile.of(root);
        this.root = root;
        this.processes = processes;
        this.health = health;
        this.clock = clock;
    }

    /** {@return when this machine takes updates} */
    public UpdateConditions conditions() {
        return file.read().conditions();
    }

    /** {@return why an update is not taken now, each a sentence without its period; none when it may be} */
    public List<String> reasons(OsStatus status, @Nullable Update update) {
        var commit = update == null ? null : update.commit();
        var judge = health.get();
        return reasons(
                conditions(),
                MachineFacts.read(root, processes),
                ZonedDateTime.now(clock),
                judge.report(status).isOnTrial(),
                commit == null ? null : judge.rejected(commit.checksum()).orElse(null));
    }

    static List<String> reasons(
            UpdateConditions conditions,
            MachineFacts facts,
            ZonedDateTime now,
            boolean onTrial,
            @Nullable Rejected rejected) {
        var reasons = new ArrayList<String>();
        if (rejected != null) {
            reasons.add("It was left at " + rejected.time() + ": " + rejected.reason());
        }
        if (onTrial) {
            reasons.add("What runs is on trial, and the deployment before has to stay until it is found healthy");
        }
        var window = conditions.window();
        if (window != null && !window.isOpen(now)) {
            reasons.add("Updates are taken at " + window + ", next from " + TIME.format(window.opening(now)) + " on");
        }
        if (facts.metered() && !conditions.onMetered()) {
            reasons.add("The network is metered");
        }
        if (facts.onBattery() && !conditions.onBattery()) {
            reasons.add("The machine runs on its battery");
        }
        return List.copyOf(reasons);
    }
}
