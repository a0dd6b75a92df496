package dev.hearth.generations;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.FileChange;
import dev.hearth.engine.FileChange.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files in which two states differ, sorted by path.
 *
 * @param noise those of which {@link Noise} is at the path
 */
public record FileChanges(List<FileChange> wanted, List<FileChange> noise) {
    public FileChanges {
        wanted = List.copyOf(wanted);
        noise = List.copyOf(noise);
    }

    /**
     * Sorts changes into what is wanted and what is noise.
     *
     * <p>A directory that is only said to be changed because something in it is counts for nothing.
     */
    public static FileChanges of(List<FileChange> changes) {
        var above = new HashSet<ContainerPath>();
        changes.forEach(change -> addParents(change.path(), above));
        var wanted = new ArrayList<FileChange>();
        var noise = new ArrayList<FileChange>();
        changes.stream()
                .sorted(Comparator.comparing(change -> change.path().value()))
                .filter(change -> change.kind() != Kind.CHANGED || !above.contains(change.path()))
                .forEach(change -> (Noise.isAt(change.path()) ? noise : wanted).add(change));
        return new FileChanges(wanted, noise);
    }

    /** {@return how many there are that are no noise} */
    public ChangeCount count() {
        return new ChangeCount(number(Kind.ADDED), number(Kind.CHANGED), number(Kind.REMOVED));
    }

    private int number(Kind kind) {
        return (int) wanted.stream().filter(change -> change.kind() == kind).count();
    }

    private static void addParents(ContainerPath path, Set<ContainerPath> above) {
        for (var parent = path.parent(); parent != null && above.add(parent); parent = parent.parent()) {
            // Each is added by the condition.
        }
    }
}
