package dev.hearth.engine;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A user has no directory for sockets and what else a reboot may erase. */
public final class NoRuntimeDirectory extends Failure.Unavailable {
    public NoRuntimeDirectory(Path directory) {
        super(
                "The runtime directory '" + directory + "', which rootless Podman needs, is not there",
                "A login by systemd makes it; `hearth setup` does where there is none.");
    }
}
