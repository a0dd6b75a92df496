package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** A registry wants to know who asks. */
public final class LoginRequired extends Failure.Denied {
    public LoginRequired(String name, String domain) {
        super(
                "The registry refuses to hand out '" + name + "' without a login",
                "Log in with `podman login " + domain + "` or `docker login " + domain + "`.");
    }
}
