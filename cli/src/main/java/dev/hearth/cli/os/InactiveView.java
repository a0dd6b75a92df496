package dev.hearth.cli.os;

import dev.hearth.os.Layering;

/** A request without effect. */
record InactiveView(String request, String reason) {
    static InactiveView of(Layering.Inactive inactive) {
        return new InactiveView(inactive.request(), inactive.reason());
    }
}
