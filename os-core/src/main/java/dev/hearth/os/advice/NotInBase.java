package dev.hearth.os.advice;

import dev.hearth.core.failure.Failure;

/** What was asked about is no package of the base. */
public final class NotInBase extends Failure.NotFound {
    NotInBase(String name) {
        super(
                "The base has no package '" + name + "'",
                "For one that is not installed, name its file: a path that ends in .deb or .rpm.");
    }
}
