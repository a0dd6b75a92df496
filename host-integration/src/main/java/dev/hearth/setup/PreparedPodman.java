package dev.hearth.setup;

import dev.hearth.core.host.Account;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.PodmanReadiness;
import dev.hearth.engine.PodmanUnprepared;
import java.nio.file.Path;

/** Compares what Podman has to be told on a host with what it has been told. */
public final class PreparedPodman implements PodmanReadiness {
    private final HostProbe probe;
    private final Account account;

    /** Looks below a root directory, which is {@code /} but for tests. */
    public PreparedPodman(Path root, Processes processes, Account account) {
        this.probe = new HostProbe(root, processes, account.uid());
        this.account = account;
    }

    /** Somebody who has written settings for Podman knows better than hearth. */
    @Override
    public void require() {
        var needed = PodmanSettings.engine(probe.host(), !account.isRoot());
        if (needed.isEmpty() || probe.hasOwnPodmanSettings(account.home())) {
            return;
        }
        if (!probe.user(account.name()).podmanSettings().equals(needed)) {
            throw new PodmanUnprepared();
        }
    }
}
