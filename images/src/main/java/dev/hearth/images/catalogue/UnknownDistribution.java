package dev.hearth.images.catalogue;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.core.text.Suggestions;
import java.util.Collection;

/** No distribution in the catalogue is called so. */
public final class UnknownDistribution extends Failure.NotFound {
    public UnknownDistribution(String word, Collection<String> known) {
        super(
                "There is no distribution '" + Printable.line(word) + "' in the catalogue",
                Suggestions.question(word, known).orElse("`hearth image list` shows those there are."));
    }
}
