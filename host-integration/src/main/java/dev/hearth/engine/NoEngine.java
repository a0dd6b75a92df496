package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** No engine can be used. */
public final class NoEngine extends Failure.Unavailable {
    public NoEngine(String looked) {
        super(
                "No container engine can be used: " + looked,
                "`hearth setup` prepares one, `hearth engine` shows what was looked for.");
    }
}
