package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** A registry does not take an image from whoever sends it. */
public final class PushDenied extends Failure.Denied {
    public PushDenied(String name, String domain) {
        super(
                "The registry refuses to take '" + name + "' from you",
                "Log in with `podman login " + domain + "` or `docker login " + domain
                        + "` as somebody who may write there.");
    }
}
