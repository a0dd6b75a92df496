package dev.hearth.bridge;

import java.util.List;
import java.util.Map;

/**
 * What pets may do on the host.
 *
 * @param general what those that share the home may run
 * @param named what is said of single pets, by their names
 */
public record HostRights(HostCommands general, Map<String, PetRights> named) {
    private static final PetRights UNSAID = new PetRights(null, List.of());
    private static final HostCommands NOTHING = new HostCommands.Only(List.of());

    public HostRights {
        named = Map.copyOf(named);
    }

    /** {@return what a pet may run; only what is listed for itself where it is kept from the home} */
    public HostCommands commands(String pet, boolean separate) {
        var own = of(pet).commands();
        if (separate) {
            return own instanceof HostCommands.Only ? own : NOTHING;
        }
        return own == null ? general : own;
    }

    /** {@return whom a pet that is kept from the session may talk to on its bus} */
    public List<BusName> bus(String pet) {
        return of(pet).bus();
    }

    /** {@return whether more is said of a pet that is kept from the home than it can be given} */
    public boolean exceeds(String pet) {
        return of(pet).commands() instanceof HostCommands.Everything;
    }

    private PetRights of(String pet) {
        return named.getOrDefault(pet, UNSAID);
    }
}
