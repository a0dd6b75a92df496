package dev.hearth.setup;

import dev.hearth.core.failure.Failure;
import java.util.List;

/** Something is missing on the host and hearth has no way to install it. */
public final class CannotPrepare extends Failure.Unavailable {
    private CannotPrepare(String message, String hint) {
        super(message, hint);
    }

    static CannotPrepare noPackageManager(String system, List<String> missing) {
        return new CannotPrepare(
                "On %s, hearth knows no package manager to install what is missing: %s"
                        .formatted(system, String.join(", ", missing)),
                "Install it by this system's own means, then try again.");
    }

    static CannotPrepare immutable(String system, List<String> missing) {
        return new CannotPrepare(
                "The base of %s has no %s, and setup does not change the base"
                        .formatted(system, String.join(", ", missing)),
                "Layer it with `rpm-ostree install %s`, reboot, then try again.".formatted(String.join(" ", missing)));
    }

    static CannotPrepare noUserNamespaces() {
        return new CannotPrepare(
                "This kernel lets ordinary users make no user namespaces, which rootless Podman needs",
                "Allow them with `sysctl user.max_user_namespaces=15000 kernel.unprivileged_userns_clone=1`, or use"
                        + " Docker with `--engine docker`.");
    }
}
