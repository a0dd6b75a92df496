package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.os.layer.Inactive;
import dev.hearth.os.layer.LayerItem;

/** What was asked for just now would change nothing: the base is like that by itself. */
public final class RequestWithoutEffect extends Failure.Conflict {
    RequestWithoutEffect(Inactive request) {
        super(
                "'" + Printable.line(request.item().toString()) + "' would have no effect: "
                        + Printable.line(request.why()),
                "Nothing was changed. " + hint(request.item()));
    }

    private static String hint(LayerItem item) {
        return switch (item) {
            case LayerItem.Named _, LayerItem.Local _ ->
                "What the base has need not be layered; `hearth os override replace FILE` exchanges it.";
            case LayerItem.Removal _ -> "`hearth os uninstall` takes away what is layered.";
            case LayerItem.Replacement _ -> "`hearth os install FILE` adds a package that the base does not have.";
        };
    }
}
