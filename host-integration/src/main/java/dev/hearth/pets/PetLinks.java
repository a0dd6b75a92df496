package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ExecRequest;
import dev.hearth.guest.GuestFiles;
import java.util.ArrayList;
import java.util.List;

/** The host's commands that a pet has under their own names: links to the in-pet half's way to the host. */
final class PetLinks {
    private final ContainerEngine engine;

    PetLinks(ContainerEngine engine) {
        this.engine = engine;
    }

    /** {@return the names that are linked in a pet that runs, sorted} */
    List<String> list(ContainerId pet) {
        return links(pet, "list", List.of());
    }

    /**
     * Changes links of a pet that runs.
     *
     * @throws LinkRefused when one cannot be changed; those named before it are
     */
    void change(ContainerId pet, LinkChange change) {
        if (!change.added().isEmpty()) {
            links(pet, "add", change.added());
        }
        if (!change.removed().isEmpty()) {
            links(pet, "remove", change.removed());
        }
    }

    private List<String> links(ContainerId pet, String verb, List<String> names) {
        var command = new ArrayList<>(List.of(GuestFiles.LINKS.value(), verb));
        command.addAll(names);
        var lines = new ArrayList<String>();
        if (engine.exec(pet, ExecRequest.asRoot(command.toArray(String[]::new)), lines::add) != 0) {
            throw new LinkRefused(lines.isEmpty() ? "The pet's links cannot be changed" : lines.getLast());
        }
        return lines;
    }
}
