package dev.hearth.images.trust;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** An image carries labels that only hearth may set, and that could make its pets look like something else. */
public final class ForgedLabels extends Failure.Denied {
    public ForgedLabels(String image, String label) {
        super(
                "The image '" + Printable.line(image) + "' carries the label '" + Printable.line(label)
                        + "', which only hearth may set",
                "Use another image, or one made from this one without the label.");
    }
}
