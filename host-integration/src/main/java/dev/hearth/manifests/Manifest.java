package dev.hearth.manifests;

import dev.hearth.projects.ProjectFile;
import java.util.List;

/**
 * A file that declares pets.
 *
 * @param pets in the order of the file
 * @param unheeded what the file asks for and hearth does not do, a sentence each
 */
public record Manifest(ProjectFile file, List<DeclaredPet> pets, List<String> unheeded) {
    public Manifest {
        pets = List.copyOf(pets);
        unheeded = List.copyOf(unheeded);
    }
}
