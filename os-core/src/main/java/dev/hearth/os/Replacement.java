package dev.hearth.os;

import dev.hearth.os.packages.InstalledPackage;

/** A package of the base that another version takes the place of. */
public record Replacement(InstalledPackage from, InstalledPackage to) {}
