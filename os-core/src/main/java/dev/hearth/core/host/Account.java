package dev.hearth.core.host;

import java.nio.file.Path;
import java.util.List;

/**
 * The user who runs hearth.
 *
 * @param groups all groups the process has, the primary one included
 * @param fullName the first part of the gecos field; empty when there is none
 * @param home as the account database or {@code HOME} has it, links not resolved
 */
public record Account(String name, long uid, long gid, List<Group> groups, String fullName, Path home, Path shell) {
    public Account {
        groups = List.copyOf(groups);
    }

    /** {@return whether this is the superuser} */
    public boolean isRoot() {
        return uid == 0;
    }

    /**
     * One group.
     *
     * @param name empty where the host has no name for the id
     */
    public record Group(String name, long gid) {}
}
