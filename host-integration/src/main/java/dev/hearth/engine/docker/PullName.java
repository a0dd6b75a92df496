package dev.hearth.engine.docker;

import dev.hearth.images.ImageReference;

/**
 * The full name of an image, with nothing left to an engine to complete.
 *
 * @param domain of its registry
 * @param path below it
 * @param version the tag after a colon, or the digest after an at sign
 */
record PullName(String domain, String path, String version) {
    private static final String DOCKER_HUB = "docker.io";

    /** {@return the name; a digest outranks a tag, since Podman takes only one of them} */
    static PullName of(ImageReference reference) {
        var domain = reference.domain() == null ? DOCKER_HUB : reference.domain();
        boolean official = domain.equals(DOCKER_HUB) && reference.path().indexOf('/') < 0;
        return new PullName(
                domain,
                official ? "library/" + reference.path() : reference.path(),
                reference.digest() == null
                        ? ":" + reference.effectiveTag().orElse("latest")
                        : "@" + reference.digest());
    }

    /** {@return the name without tag and digest} */
    String repository() {
        return domain + "/" + path;
    }

    /** {@return whether the registry is on this machine, so that it has no need of TLS} */
    boolean isOnThisMachine() {
        return domain.startsWith("localhost:") || domain.startsWith("127.");
    }

    @Override
    public String toString() {
        return repository() + version;
    }
}
