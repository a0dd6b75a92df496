package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.engine.EngineKind;
import java.util.List;
import java.util.stream.Collectors;

/** The host does not answer on ports that lead to a pet, although it was asked to. */
public final class PortsNotPublished extends Failure.Unavailable {
    private PortsNotPublished(String message) {
        super(
                message,
                "Have the engine run with a bridge network; or leave `--publish` and `--unshare=net` out: then what"
                        + " listens in the pet listens on the host.");
    }

    /** The engine has nothing that could lead to a pet. */
    static PortsNotPublished withoutBridge(EngineKind engine) {
        return new PortsNotPublished(
                engine.title() + " has no bridge network here, so it cannot publish the ports of a pet");
    }

    /** The engine took the request and did not do it. */
    static PortsNotPublished silently(EngineKind engine, List<PublishedPort> ports) {
        return new PortsNotPublished(sentence(engine, ports));
    }

    static String sentence(EngineKind engine, List<PublishedPort> ports) {
        return engine.title() + " does not publish what was asked for: "
                + ports.stream().map(PortsNotPublished::text).collect(Collectors.joining(", "));
    }

    /** {@return what of the ports that a running pet asks for does not lead to it} */
    static List<PublishedPort> missing(PetSpec spec, Container container) {
        return spec.ports().stream()
                .filter(asked -> container.ports().stream().noneMatch(open -> leadsTo(open, asked)))
                .toList();
    }

    /** Engines write "all addresses" in several ways, and those they were given as they were. */
    private static boolean leadsTo(PublishedPort open, PublishedPort asked) {
        return open.hostPort() == asked.hostPort()
                && open.containerPort() == asked.containerPort()
                && open.protocol().equals(asked.protocol());
    }

    private static String text(PublishedPort port) {
        return port.hostPort() + ":" + port.containerPort() + "/" + port.protocol();
    }
}
