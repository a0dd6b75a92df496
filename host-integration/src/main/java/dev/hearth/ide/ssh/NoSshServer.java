package dev.hearth.ide.ssh;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;

/** A pet could not be given an SSH server. */
public final class NoSshServer extends Failure.ToolFailed {
    NoSshServer(PetName pet, String said) {
        super(
                "The pet '" + pet + "' got no SSH server: " + said,
                "Install OpenSSH's server in it yourself, and run this again.");
    }
}
