package dev.hearth.os.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What systemd says of a unit. */
public record UnitState(Map<String, String> values) {
    private static final String LOAD_STATE = "LoadState";

    public UnitState {
        values = Map.copyOf(values);
    }

    /** {@return what lines of {@code systemctl show} say: LoadState, ActiveState, Result and Type} */
    public static UnitState parse(String lines) {
        var values = new HashMap<String, String>();
        lines.lines().forEach(line -> {
            int at = line.indexOf('=');
            values.put(line.substring(0, Math.max(at, 0)), line.substring(at + 1));
        });
        return new UnitState(values);
    }

    /** {@return a unit that systemd could not be asked about} */
    static UnitState unknown(String reason) {
        return new UnitState(Map.of(LOAD_STATE, reason));
    }

    /**
     * {@return what to make of it}
     *
     * @param patience how long it was waited for
     */
    public CheckResult result(String unit, Duration patience) {
        return new CheckResult("unit " + unit, true, isWell(), sentence(patience));
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** A target that others are still waited for is inactive until they are there. */
    boolean isStarting() {
        return isLoaded() && (value("ActiveState").equals("activating") || (isInactive() && !hasRun()));
    }

    private boolean isLoaded() {
        return value(LOAD_STATE).equals("loaded");
    }

    private boolean isInactive() {
        return value("ActiveState").equals("inactive");
    }

    /** What does its work once and ends. */
    private boolean hasRun() {
        return value("Type").equals("oneshot") && value("Result").equals("success");
    }

    private boolean isWell() {
        var active = value("ActiveState");
        return isLoaded() && (active.equals("active") || active.equals("reloading") || (isInactive() && hasRun()));
    }

    private String sentence(Duration patience) {
        if (isWell()) {
            return "";
        }
        if (!isLoaded()) {
            return "it is not there: " + value(LOAD_STATE);
        }
        var active = value("ActiveState");
        if (isStarting()) {
            return "it is " + active + " after " + patience.toSeconds() + " seconds";
        }
        return active.equals("failed") ? "it failed: " + value("Result") : "it is " + active;
    }
}
