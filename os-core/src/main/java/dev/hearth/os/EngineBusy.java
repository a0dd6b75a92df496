package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** The engine makes another change just now. */
public final class EngineBusy extends Failure.Conflict {
    public EngineBusy(String engine, String transaction) {
        super(
                engine + " is busy with another change: " + Printable.line(transaction),
                "Wait until it is done, or stop it with `hearth os cancel`.");
    }
}
