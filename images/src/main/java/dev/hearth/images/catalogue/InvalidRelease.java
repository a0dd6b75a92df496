package dev.hearth.images.catalogue;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.core.text.Suggestions;

/** A distribution's releases do not look like this. */
public final class InvalidRelease extends Failure.Invalid {
    public InvalidRelease(Distribution distribution, String release) {
        super(
                "'" + Printable.line(release) + "' is not a release of " + distribution.name(),
                Suggestions.question(
                                release, distribution.releases().codenames().keySet())
                        .orElse("Give one such as " + distribution.releases().example() + "."));
    }
}
