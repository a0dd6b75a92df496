package dev.hearth.os.advice;

import java.util.List;

/**
 * What shows a need.
 *
 * @param files paths in the tree, with the slash in front
 */
public record Evidence(Need need, List<String> files) {
    public Evidence {
        files = List.copyOf(files);
    }
}
