package dev.hearth.cli.os;

import dev.hearth.os.effect.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a deployment matters to what runs; the components are the JSON contract.
 *
 * @param need the most that would have to begin anew to have it in use, were it there without a boot: nothing, restart,
 *     login or reboot
 * @param system parts of the system that nothing but a boot exchanges
 * @param services units of the system that would run other code, or run it otherwise
 * @param session the same of a user's session
 */
record EffectView(String need, List<String> system, List<String> services, List<String> session) {

    static EffectView of(Effect effect) {
        return new EffectView(Words.of(effect.need()), effect.system(), effect.services(), effect.session());
    }

    /** {@return the same for people: where all of the system is concerned, no part of it is named} */
    String text() {
        if (!system.isEmpty()) {
            return "the whole system (" + String.join(", ", system) + ")";
        }
        var parts = new ArrayList<String>();
        if (!services.isEmpty()) {
            parts.add("services (" + String.join(", ", services) + ")");
        }
        if (!session.isEmpty()) {
            parts.add("sessions (" + String.join(", ", session) + ")");
        }
        return parts.isEmpty() ? "nothing that runs" : String.join("; ", parts);
    }
}
