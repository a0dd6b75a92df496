package dev.hearth.pets;

import java.util.List;

/** Which names in a pet are to be, and no longer to be, the host's commands. */
public record LinkChange(List<String> added, List<String> removed) {
    public LinkChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
