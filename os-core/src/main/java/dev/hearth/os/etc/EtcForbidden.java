package dev.hearth.os.etc;

import dev.hearth.core.failure.Failure;

/** Some configuration may only be read or written by root. */
public final class EtcForbidden extends Failure.Denied {
    EtcForbidden(String file) {
        super("No permission for '" + file + "'", "Run this with root's rights.");
    }
}
