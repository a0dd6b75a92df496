package dev.hearth.os.effect;

import java.util.List;

/**
 * What runs of one deployment, and would be something else in another.
 *
 * <p>All of a new deployment comes with its boot, and nothing before that. This says what of it a boot is needed for.
 *
 * @param system parts of the system that nothing but a boot exchanges, such as {@code kernel}
 * @param services units of the system that run other code, or run it otherwise
 * @param session the same of a user's session
 */
public record Effect(List<String> system, List<String> services, List<String> session) {
    public static final Effect NONE = new Effect(List.of(), List.of(), List.of());

    public Effect {
        system = List.copyOf(system);
        services = List.copyOf(services);
        session = List.copyOf(session);
    }

    /** What would have to begin anew, each more than those before it. */
    public enum Need {
        NOTHING,
        RESTART,
        LOGIN,
        REBOOT
    }

    /** {@return the most that is needed} */
    public Need need() {
        if (!system.isEmpty()) {
            return Need.REBOOT;
        }
        if (!session.isEmpty()) {
            return Need.LOGIN;
        }
        return services.isEmpty() ? Need.NOTHING : Need.RESTART;
    }
}
