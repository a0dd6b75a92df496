package dev.hearth.devcontainer;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** What a project wants done on the host, before there is a pet, ended badly. */
public final class HostCommandFailed extends Failure.ToolFailed {
    HostCommandFailed(int status) {
        super(
                "The project's initializeCommand ended with status " + status,
                "What it said is above; there is no pet yet.");
    }

    HostCommandFailed(String reason) {
        super("The project's initializeCommand failed: " + Printable.line(reason), null);
    }
}
