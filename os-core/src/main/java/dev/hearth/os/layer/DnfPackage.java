package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import java.time.Instant;

/**
 * A package that dnf would install.
 *
 * @param file where it is, or will be once it was fetched
 * @param missingBytes how much of it has to be fetched
 * @param built when it was made
 */
public record DnfPackage(InstalledPackage identity, String file, long missingBytes, Instant built) {}
