package dev.hearth.images;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** The name of an image is malformed. */
public final class InvalidImageReference extends Failure.Invalid {
    public InvalidImageReference(String text, String reason) {
        super(
                "'" + Printable.line(text) + "' is not an image's name: " + Printable.line(reason),
                "Write it as [DOMAIN/]PATH[:TAG][@sha256:DIGEST], such as quay.io/toolbx/ubuntu-toolbox:24.04.");
    }
}
