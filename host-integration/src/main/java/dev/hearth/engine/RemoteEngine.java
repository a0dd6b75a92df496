package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** An engine on another machine was asked for. */
public final class RemoteEngine extends Failure.Unavailable {
    public RemoteEngine(String address) {
        super(
                "The engine at '" + address + "' is on another machine, which hearth does not support yet",
                "A pet shares this machine's home, devices and session, and none of them is there.");
    }
}
