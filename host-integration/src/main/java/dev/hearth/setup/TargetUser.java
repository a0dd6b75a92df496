package dev.hearth.setup;

import java.nio.file.Path;

/**
 * The user for whom a host is prepared.
 *
 * @param subordinateIds whether ranges of subordinate user and group ids are there
 * @param runtimeDirectory whether {@code /run/user/UID} is there
 * @param podmanSettings what hearth's file among Podman's settings holds; empty when it is not there
 * @param storageSettings whether anybody has chosen how this user's Podman stores images
 * @param inDockerGroup whether the user may use Docker's socket
 * @param lingers whether the user's services run without a login
 */
public record TargetUser(
        Owner owner,
        Path home,
        boolean subordinateIds,
        boolean runtimeDirectory,
        String podmanSettings,
        boolean storageSettings,
        boolean inDockerGroup,
        boolean lingers) {
    boolean isRoot() {
        return owner.uid() == 0;
    }

    /** {@return the directory of this user's settings for Podman} */
    Path containers() {
        return isRoot() ? Path.of("/etc/containers") : home.resolve(".config/containers");
    }

    /** {@return the file among Podman's settings that is hearth's} */
    Path podmanSettingsFile() {
        return containers().resolve("containers.conf.d/hearth.conf");
    }

    /** {@return the file that says how Podman stores images} */
    Path storageSettingsFile() {
        return containers().resolve("storage.conf");
    }

    String name() {
        return owner.name();
    }
}
