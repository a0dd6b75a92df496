package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** Ports of a pet were to be published that uses the host's network. */
public final class PortsOfTheHost extends Failure.Invalid {
    PortsOfTheHost() {
        super(
                "The pet shares the host's network, so none of its ports can be published",
                "Add `--unshare=net`; or publish nothing: what listens in the pet listens on the host.");
    }
}
