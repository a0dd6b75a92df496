package dev.hearth.config;

import dev.hearth.core.failure.Failure;

/** A value in a configuration file cannot be what its key is about. */
public final class InvalidSetting extends Failure.Invalid {
    InvalidSetting(Origin origin, String key, Failure reason) {
        super(
                origin + ": '" + key + "' is wrong: " + reason.message(),
                reason.hint().orElse(null));
    }
}
