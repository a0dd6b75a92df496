package dev.hearth.bridge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pet may do on the host, as the configuration has it.
 *
 * @param commands what it may run; absent where nothing is said
 * @param bus whom it may talk to on the session's bus, for a pet that does not share the session
 */
public record PetRights(@Nullable HostCommands commands, List<BusName> bus) {
    public PetRights {
        bus = List.copyOf(bus);
    }
}
