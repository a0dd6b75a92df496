package dev.hearth.pets;

import dev.hearth.bridge.Bridge;
import dev.hearth.bridge.BridgeAgent;
import dev.hearth.bridge.Caller;
import dev.hearth.bridge.HostCommands;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerPath;
import dev.hearth.guest.SetupFacts;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The way from pets to the host, for those that share the home. */
final class PetDoor {
    private final Bridge bridge;
    private final PrivateDirectory runtime;
    private final Supplier<String> engine;

    /**
     * Opens doors in hearth's runtime directory.
     *
     * @param engine where the pets' engine answers, as hearth's option takes it
     */
    PetDoor(Bridge bridge, PrivateDirectory runtime, Supplier<String> engine) {
        this.bridge = bridge;
        this.runtime = runtime;
        this.engine = engine;
    }

    /** Sees to it that the pet, which runs, is answered; without that it is still worth entering. */
    void open(PetName name, PetSpec spec, Container container, Narrator narrator) {
        if (door(spec, container).isEmpty()) {
            return;
        }
        try {
            bridge.answer(caller(name.value(), container));
        } catch (Failure | UncheckedIOException e) {
            narrator.warning("The pet '%s' cannot run commands on the host: %s".formatted(name, e.getMessage()));
        }
    }

    /** {@return what the set-up of a pet that runs needs to know} */
    SetupFacts.Bridge facts(PetSpec spec, Container container) {
        return new SetupFacts.Bridge(
                door(spec, container).orElse(""),
                inside(spec, bridge.log()).orElse(""),
                bridge.allowed() instanceof HostCommands.Only);
    }

    private Optional<String> door(PetSpec spec, Container container) {
        return inside(spec, BridgeAgent.door(runtime, caller("", container)));
    }

    private static Optional<String> inside(PetSpec spec, Path file) {
        return PetMounts.inside(spec, file).map(ContainerPath::value);
    }

    private Caller caller(String name, Container container) {
        return new Caller(name, container.id().abbreviated(), container.pid(), engine.get());
    }
}
