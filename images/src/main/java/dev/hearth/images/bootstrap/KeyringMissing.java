package dev.hearth.images.bootstrap;

import dev.hearth.core.failure.Failure;

/** The keys with which a distribution signs its packages are not on the host. */
public final class KeyringMissing extends Failure.Unavailable {
    public KeyringMissing(String distribution, String keyring, String keyringPackage) {
        super(
                "The keys of " + distribution + " are not on this machine: there is no '" + keyring + "'",
                "Install the package '" + keyringPackage + "'.");
    }
}
