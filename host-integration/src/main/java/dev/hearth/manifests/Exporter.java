package dev.hearth.manifests;

import dev.hearth.pets.PetName;

/** Makes something of a pet available on the host. */
@FunctionalInterface
public interface Exporter {
    /** Exports it; a pet that does not run is started. */
    void export(PetName pet, DeclaredExport export);
}
