package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** A rootless engine may not listen on a port of the host that was to be published. */
public final class PortForRoot extends Failure.Denied {
    public PortForRoot(String port) {
        super(
                "The port " + port + " of the host is for root only",
                "Publish one from 1024 on, or have net.ipv4.ip_unprivileged_port_start lowered.");
    }
}
