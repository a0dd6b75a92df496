package dev.hearth.engine;

/** Knows whether a Podman that nobody has started yet could run containers on this host. */
@FunctionalInterface
public interface PodmanReadiness {

    /**
     * Returns when it could.
     *
     * @throws PodmanUnprepared when it has to be told first what this host does not let it do
     */
    void require();
}
