package dev.hearth.cli.os;

import dev.hearth.os.Layering;

/**
 * A request without effect; the components are the JSON contract.
 *
 * @param request what was asked for
 * @param reason why it has no effect, in a few words
 */
record InactiveView(String request, String reason) {
    static InactiveView of(Layering.Inactive inactive) {
        return new InactiveView(inactive.request(), inactive.reason());
    }
}
