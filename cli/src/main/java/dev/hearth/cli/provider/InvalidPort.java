package dev.hearth.cli.provider;

import dev.hearth.core.failure.Failure;

/** A number is no port. */
final class InvalidPort extends Failure.Invalid {
    InvalidPort(int port) {
        super(port + " is no port", "Write a number from 0 to 65535.");
    }
}
