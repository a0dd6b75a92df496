package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** An image is still needed by a container. */
public final class ImageInUse extends Failure.Conflict {
    private final String image;
    private final String container;

    /** Says so of a container by its name, or its id where that is all that is known. */
    public ImageInUse(String image, String container) {
        super(
                "The image '" + image + "' is in use by '" + container + "'",
                "Remove that first: `hearth rm " + container + "` if it is a pet.");
        this.image = image;
        this.container = container;
    }

    /** {@return the name or id of the container} */
    public String container() {
        return container;
    }

    /** {@return the failure with what the user calls the container} */
    public ImageInUse withContainer(String name) {
        return new ImageInUse(image, name);
    }
}
