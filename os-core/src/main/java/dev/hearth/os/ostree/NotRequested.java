package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A request is to be dropped that nobody made. */
public final class NotRequested extends Failure.NotFound {
    private NotRequested(String message, String hint) {
        super(message, hint);
    }

    public NotRequested(String name) {
        this(
                "The package '" + Printable.line(name) + "' was not layered on request",
                "`hearth os status` shows what was; `hearth os override remove` hides a package of the base.");
    }

    static NotRequested override(String name) {
        return new NotRequested(
                "The package '" + Printable.line(name) + "' is not overridden", "`hearth os status` shows what is.");
    }
}
