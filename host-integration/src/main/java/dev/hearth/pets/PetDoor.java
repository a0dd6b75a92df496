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

/** The way from pets to the host. */
final class PetDoor {
    private final Bridge bridge;
    private final PrivateDirectory runtime;
    private final PetDoors doors;
    private final Supplier<String> engine;

    /**
     * Opens doors in hearth's runtime directory, or where a pet sees one that is kept from that.
     *
     * @param engine where the pets' engine answers, as hearth's option takes it
     */
    PetDoor(Bridge bridge, PrivateDirectory runtime, PetDoors doors, Supplier<String> engine) {
        this.bridge = bridge;
        this.runtime = runtime;
        this.doors = doors;
        this.engine = engine;
    }

    /** Sees to it that a pet which is to be started can be. */
    void prepare(PetSpec spec, Container container) {
        doors.prepare(spec, container);
    }

    /** Sees to it that the pet, which runs, is answered; without that it is still worth entering. */
    void open(PetName name, PetSpec spec, Container container, Narrator narrator) {
        if (door(spec, container).isEmpty()) {
            return;
        }
        try {
            if (PetMounts.isSeparate(spec) && bridge.rights().exceeds(name.value())) {
                narrator.warning(("The configuration lets '%s' run everything on the host, but for a pet with another"
                                + " home it has to list the commands: it may run nothing")
                        .formatted(name));
            }
            bridge.answer(caller(name.value(), spec, container));
        } catch (Failure | UncheckedIOException e) {
            narrator.warning("The pet '%s' cannot run commands on the host: %s".formatted(name, e.getMessage()));
        }
    }

    /** {@return what the set-up of a pet that runs needs to know} */
    SetupFacts.Bridge facts(PetName name, PetSpec spec, Container container) {
        return new SetupFacts.Bridge(
                door(spec, container).orElse(""), inside(spec, bridge.log()).orElse(""), commands(name, spec));
    }

    private SetupFacts.Commands commands(PetName name, PetSpec spec) {
        if (PetMounts.isSeparate(spec)) {
            return SetupFacts.Commands.SEPARATE;
        }
        return switch (bridge.rights().commands(name.value(), false)) {
            case HostCommands.Everything() -> SetupFacts.Commands.EVERYTHING;
            case HostCommands.Only(var _) -> SetupFacts.Commands.LISTED;
        };
    }

    /** {@return the directory that a pet calls through, as it sees it} */
    private Optional<String> door(PetSpec spec, Container container) {
        if (PetMounts.isSeparate(spec)) {
            return PetDoors.of(spec, container).map(_ -> PetDoors.inside(Long.toString(container.pid())));
        }
        return inside(spec, BridgeAgent.door(runtime, caller("", spec, container)));
    }

    private static Optional<String> inside(PetSpec spec, Path file) {
        return PetMounts.inside(spec, file).map(ContainerPath::value);
    }

    private Caller caller(String name, PetSpec spec, Container container) {
        return new Caller(
                name,
                container.id().abbreviated(),
                container.pid(),
                engine.get(),
                PetDoors.of(spec, container).orElse(null));
    }
}
