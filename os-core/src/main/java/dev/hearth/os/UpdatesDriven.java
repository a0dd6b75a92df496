package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** Updates of this host are left to a program that decides about them. */
public final class UpdatesDriven extends Failure.Conflict {
    /**
     * @param driver as its users know it, with its unit where that is known
     * @param override the command that goes past it
     */
    public UpdatesDriven(String driver, String override) {
        super(
                "Updates of this base are driven by " + Printable.line(driver),
                "Leave them to it, or see its documentation; `" + override + "` goes past it.");
    }
}
