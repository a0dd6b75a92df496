package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** What was asked for just now cannot be had. */
public final class RequestFailed extends Failure.Conflict {
    public RequestFailed(String request, String reason) {
        super(
                "'" + Printable.line(request) + "' cannot be had: " + Printable.line(reason),
                "Nothing was changed. `hearth os search WORD` finds packages; `--verbose` shows what the package manager said.");
    }
}
