package dev.hearth.pets;

import dev.hearth.engine.EngineFacts;

/** What keeps a pet's programs from the user's home and login. */
public enum Isolation {
    /** Nothing: the pet shares them. */
    NONE,
    /** A view of its own, which root in the pet could leave: on a rootful engine it is root on the host. */
    NO_BOUNDARY,
    /** A view of its own, but the host's network, in which sockets without a file are reached, too. */
    ALL_BUT_NETWORK,
    /** A view and a network of its own. */
    ALL;

    static Isolation of(PetSpec spec, EngineFacts engine) {
        if (!PetMounts.isSeparate(spec)) {
            return NONE;
        }
        // The superuser's rootless engine, or one that runs systemd inside, has given away what would hold.
        if (!engine.rootless() || spec.init() || spec.owner() == 0) {
            return NO_BOUNDARY;
        }
        return spec.unshared().contains(Namespace.NET) ? ALL : ALL_BUT_NETWORK;
    }
}
